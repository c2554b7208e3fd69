#!/bin/sh
set -eu
for n in 1 2 3; do docker run --detach --name crew-$n busybox sleep 2000; done

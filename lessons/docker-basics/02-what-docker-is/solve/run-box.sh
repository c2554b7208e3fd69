#!/bin/sh
set -eu
docker run --detach --name box busybox sleep 3000

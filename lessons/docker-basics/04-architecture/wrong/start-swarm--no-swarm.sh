#!/bin/sh
# Three containers by hand are no service.
# expect en: Expected Docker to be part of a swarm
# expect ko: 도커가 스웜에 들어 있어야 하는데
set -eu
for n in 1 2 3; do docker run --detach --name crew-$n busybox sleep 3000; done

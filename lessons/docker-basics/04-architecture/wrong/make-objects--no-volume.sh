#!/bin/sh
# The container does not use the volume.
# expect en: to have a mount “-v hold:/data”
# expect ko: “-v hold:/data” 옵션으로 마운트해야
set -eu
docker network create quay
docker volume create hold
docker run --detach --name ship --network quay busybox sleep 3000

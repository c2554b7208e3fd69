#!/bin/sh
# The volume is at another place in the container.
# expect en: to have a mount “-v hold:/data”, but it has hold:/hold
# expect ko: “-v hold:/data” 옵션으로 마운트해야 하는데 지금은 hold:/hold입니다
set -eu
docker network create quay
docker volume create hold
docker run --detach --name ship --network quay --volume hold:/hold busybox sleep 3000

#!/bin/sh
# The network is there, but the container is in the default one.
# expect en: to be in the network “quay”, but it is in bridge
# expect ko: “quay” 네트워크에 연결되어 있어야
set -eu
docker network create quay
docker run --detach --name ship --volume hold:/data busybox sleep 3000

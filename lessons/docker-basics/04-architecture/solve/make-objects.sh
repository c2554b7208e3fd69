#!/bin/sh
set -eu
docker network create quay
docker volume create hold
docker run --detach --name ship --network quay --volume hold:/data busybox sleep 3000

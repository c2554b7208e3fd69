#!/bin/sh
set -eu
service docker-second start
docker --host unix:///run/docker-second.sock run --detach --name shop --env "SHOP_NAME=Second Whale" --publish 80:8000 \
  first:5000/shop:1

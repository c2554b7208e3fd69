#!/bin/sh
# At the port of the first shop.
# expect en: 80:8000
# expect ko: 80:8000
set -eu
service docker-second start
docker --host unix:///run/docker-second.sock run --detach --name shop --env "SHOP_NAME=Second Whale" --publish 8080:8000 \
  first:5000/shop:1

#!/bin/sh
# The second daemon runs, but the shop was started on the first once more.
# expect en: shop
# expect ko: shop
set -eu
service docker-second start
docker run --detach --name branch --env "SHOP_NAME=Second Whale" --publish 80:8000 localhost:5000/shop:1

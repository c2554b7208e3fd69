#!/bin/sh
# The container's port first.
# expect en: 8080:8000
# expect ko: 8080:8000
set -eu
docker run --detach --name shop --env "SHOP_NAME=Blue Whale" --publish 8000:8080 shop:1

#!/bin/sh
# A volume where nothing is written.
# expect en: visits:/data
# expect ko: visits:/data
set -eu
docker rm --force shop
docker run --detach --name shop --env "SHOP_NAME=Blue Whale" --publish 8080:8000 --volume visits:/app/data shop:1

#!/bin/sh
set -eu
docker rm --force shop
docker run --detach --name shop --env "SHOP_NAME=Blue Whale" --publish 8080:8000 --volume visits:/data shop:1

#!/bin/sh
set -eu
docker run --detach --name shop --env "SHOP_NAME=Blue Whale" --publish 8080:8000 shop:1

#!/bin/sh
# Named for the registry, but not sent there.
# expect en: shop
# expect ko: shop
set -eu
docker run --detach --name registry --publish 5000:5000 registry:2
docker tag shop:1 localhost:5000/shop:1

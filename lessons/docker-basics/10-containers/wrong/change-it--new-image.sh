#!/bin/sh
# A new image, and a new container of it.
# expect en: The page in north is the one of its image
# expect ko: north의 페이지는 이미지에 있는 그대로입니다
set -eu
sed -i 's/Welcome!/Closed on Monday/' ~/board/Dockerfile
docker build --tag board ~/board
docker rm --force north
docker run --detach --name north --publish 8081:80 board

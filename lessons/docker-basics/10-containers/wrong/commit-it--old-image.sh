#!/bin/sh
# The image is there, but the container was made from the old one.
# expect en: to be made from the image “board:monday”
# expect ko: “board:monday” 이미지로 만들어야
set -eu
docker commit north board:monday
docker run --detach --name monday --publish 8083:80 board

#!/bin/sh
# Another name for the same image; the change is not in it.
# expect en: The image board:monday has no layer on top
# expect ko: board의 레이어 위에 얹힌 레이어가 없으니
set -eu
docker tag board board:monday
docker run --detach --name monday --publish 8083:80 board:monday

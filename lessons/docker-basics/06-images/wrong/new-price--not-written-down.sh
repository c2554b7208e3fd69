#!/bin/sh
# Nobody wrote the old ID down.
# expect en: The new image is there, but there is no file old-cafe.txt
# expect ko: 새 이미지는 있지만 old-cafe.txt 파일이 없습니다
set -eu
sed -i s/3000/3500/ ~/cafe/Dockerfile
docker build --tag cafe ~/cafe

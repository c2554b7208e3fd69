#!/bin/sh
# The ID was written down after the build: it is the new image's.
# expect en: in old-cafe.txt is not the old one
# expect ko: 이미지는 예전 것이 아닙니다
set -eu
sed -i s/3000/3500/ ~/cafe/Dockerfile
docker build --tag cafe ~/cafe
docker images --quiet cafe > ~/old-cafe.txt

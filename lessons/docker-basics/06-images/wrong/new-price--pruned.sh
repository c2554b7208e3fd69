#!/bin/sh
# The nameless image was thrown away.
# expect en: Expected the ID of the old image in old-cafe.txt, but there is no image
# expect ko: old-cafe.txt에는 예전 이미지의 ID가 있어야 하는데
set -eu
docker images --quiet cafe > ~/old-cafe.txt
sed -i s/3000/3500/ ~/cafe/Dockerfile
docker build --tag cafe ~/cafe
docker rmi no-tea
docker image prune --force

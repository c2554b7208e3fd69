#!/bin/sh
# The first version under a second tag: nothing new in it.
# expect en: is not built from the Dockerfile in ~/box
# expect ko: ~/box의 Dockerfile로 빌드한 이미지가 아닙니다
set -eu
docker tag localhost:5000/box:1 localhost:5000/box:2
docker push localhost:5000/box:2

#!/bin/sh
# The second image was never built.
# expect en: There is no image called bakery yet
# expect ko: 아직 bakery라는 이미지가 없습니다
set -eu
docker inspect --format '{{index .RootFS.Layers 0}}' cafe > ~/shared.txt

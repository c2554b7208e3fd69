#!/bin/sh
# Passed once the registry has both versions of box, and the second is the one from the Dockerfile.
set -eu
. check.sh

registry_has localhost:5000 box 1
registry_has localhost:5000 box 2
image_exists localhost:5000/box:2
holds image_has_config localhost:5000/box:2 --cmd "cat /version.txt" || not_yet \
  "localhost:5000/box:2 is not built from the Dockerfile in ~/box. Build it with: docker build --tag localhost:5000/box:2 ~/box" \
  "localhost:5000/box:2는 ~/box의 Dockerfile로 빌드한 이미지가 아닙니다. docker build --tag localhost:5000/box:2 ~/box 로 빌드하세요."

#!/bin/sh
# Passed once box:2 is on the machine and box:1 only in the registry.
set -eu
. check.sh

registry_has localhost:5000 box 1
registry_has localhost:5000 box 2
holds image_absent localhost:5000/box:1 || not_yet \
  "localhost:5000/box:1 is still on your machine. Remove it with docker rmi; the registry keeps it." \
  "localhost:5000/box:1 이미지가 아직 머신에 있습니다. docker rmi 로 지우세요. 레지스트리에는 그대로 남습니다."
holds image_exists localhost:5000/box:2 || not_yet \
  "Your copies are gone. Now fetch one back: docker pull localhost:5000/box:2" \
  "사본이 모두 지워졌습니다. 이제 하나를 다시 가져오세요. docker pull localhost:5000/box:2"

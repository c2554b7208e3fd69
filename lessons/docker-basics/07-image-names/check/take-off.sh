#!/bin/sh
# Passed once toolbox:latest is gone, while the image still has its other names.
set -eu
. check.sh

for name in busybox:latest toolbox:1.0 kitchen/toolbox:1.0 localhost:5000/kitchen/toolbox:1.0; do
  if ! docker image inspect "$name" > /dev/null 2>&1; then
    not_yet "The name $name should have stayed, but it is gone. Give the image its names again as in the task before (docker pull busybox, docker tag …), then take off only toolbox:latest." \
      "$name 이라는 이름은 남아 있어야 하는데 없습니다. 앞 과제처럼 이름을 다시 붙이고(docker pull busybox, docker tag …) toolbox:latest만 떼어 내세요."
  fi
done
if docker image inspect toolbox:latest > /dev/null 2>&1; then
  not_yet "The image still has the name toolbox:latest. Type: docker rmi toolbox" \
    "이미지에 아직 toolbox:latest라는 이름이 붙어 있습니다. docker rmi toolbox 를 입력하세요."
fi

#!/bin/sh
# Passed once four more names are on the image busybox.
set -eu
. check.sh

if ! id=$(docker image inspect --format '{{.Id}}' busybox 2> /dev/null); then
  not_yet "The image busybox is not on your machine. Type: docker pull busybox" \
    "busybox 이미지가 머신에 없습니다. docker pull busybox 를 입력하세요."
fi
for name in toolbox:latest toolbox:1.0 kitchen/toolbox:1.0 localhost:5000/kitchen/toolbox:1.0; do
  if ! seen=$(docker image inspect --format '{{.Id}}' "$name" 2> /dev/null); then
    not_yet "No image has the name $name yet. Type: docker tag busybox $name" \
      "아직 이름이 ${name}인 이미지가 없습니다. docker tag busybox $name 을 입력하세요."
  fi
  if [ "$seen" != "$id" ]; then
    not_yet "The name $name is on another image than busybox. Move it: docker tag busybox $name" \
      "$name 이라는 이름이 busybox가 아닌 다른 이미지에 붙어 있습니다. docker tag busybox $name 으로 옮기세요."
  fi
done

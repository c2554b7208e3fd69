#!/bin/sh
# Passed once the image cafe stands on busybox with three layers of its own.
set -eu
. check.sh

layers() {
  docker image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "$1" 2> /dev/null | sed '/^$/d'
}

base=$(layers busybox)
image=$(layers cafe)
if [ -z "$image" ]; then
  not_yet "There is no image called cafe yet. Type: docker build --tag cafe ~/cafe" \
    "아직 cafe라는 이미지가 없습니다. docker build --tag cafe ~/cafe 를 입력하세요."
fi
if [ -z "$base" ]; then
  not_yet "The image cafe is there, but its base busybox is not on your machine. Type: docker pull busybox" \
    "cafe 이미지는 있지만 베이스인 busybox가 머신에 없습니다. docker pull busybox 를 입력하세요."
fi
case $image in
  "$base"*) ;;
  *)
    not_yet "The image cafe does not stand on the layers of busybox. Its Dockerfile has to begin with FROM busybox. Save it again with the button, and build." \
      "cafe 이미지가 busybox의 레이어 위에 있지 않습니다. Dockerfile은 FROM busybox로 시작해야 합니다. 저장 버튼으로 다시 저장하고 빌드하세요."
    ;;
esac
own=$(($(printf '%s\n' "$image" | wc -l) - $(printf '%s\n' "$base" | wc -l)))
if [ "$own" -ne 3 ]; then
  not_yet "Expected three layers on top of busybox in the image cafe, one for each RUN, but saw $own. Save the Dockerfile again with the button, and build." \
    "cafe 이미지에는 busybox 위에 RUN마다 하나씩 레이어 세 개가 있어야 하는데 $own개입니다. 저장 버튼으로 Dockerfile을 다시 저장하고 빌드하세요."
fi

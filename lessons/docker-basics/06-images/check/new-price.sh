#!/bin/sh
# Passed once cafe is an image with the new price, and the image whose ID is in ~/old-cafe.txt, with the old one, is still there.
set -eu
. check.sh

steps() {
  docker history --no-trunc --format '{{.CreatedBy}}' "$1" 2> /dev/null || true
}

if ! docker image inspect cafe > /dev/null 2>&1; then
  not_yet "There is no image called cafe. Type: docker build --tag cafe ~/cafe" \
    "cafe라는 이미지가 없습니다. docker build --tag cafe ~/cafe 를 입력하세요."
fi
case $(steps cafe) in
  *"Coffee 3500"*) ;;
  *)
    not_yet "The image cafe still has the old price. Save the Dockerfile with the new one, and type: docker build --tag cafe ~/cafe" \
      "cafe 이미지의 가격이 아직 그대로입니다. 새 가격이 적힌 Dockerfile을 저장하고 docker build --tag cafe ~/cafe 를 입력하세요."
    ;;
esac
if ! old=$(machine-file cat /root/old-cafe.txt); then
  not_yet "The new image is there, but there is no file old-cafe.txt. Find the old image with docker images (it is called <none>), and save its ID: echo ID > ~/old-cafe.txt" \
    "새 이미지는 있지만 old-cafe.txt 파일이 없습니다. docker images 에서 <none>으로 나오는 예전 이미지를 찾아 echo ID > ~/old-cafe.txt 로 ID를 저장하세요."
fi
old=$(printf '%s' "$old" | tr -d '[:space:]' | head -c 100)
if [ -z "$(steps "${old:-none}")" ]; then
  not_yet "Expected the ID of the old image in old-cafe.txt, but there is no image $old. Did you remove it? Then build it again with the old price, write its ID down, and build the new one." \
    "old-cafe.txt에는 예전 이미지의 ID가 있어야 하는데 $old 이미지가 없습니다. 지웠다면 예전 가격으로 다시 빌드해 ID를 적어 두고 새 이미지를 빌드하세요."
fi
case $(steps "$old") in
  *"Coffee 3000"*) ;;
  *)
    not_yet "The image $old in old-cafe.txt is not the old one: its history does not say Coffee 3000. docker images shows the old one as <none>; save its ID: echo ID > ~/old-cafe.txt" \
      "old-cafe.txt에 적힌 $old 이미지는 예전 것이 아닙니다. 히스토리에 Coffee 3000이 없습니다. docker images 에서 <none>으로 나오는 이미지의 ID를 echo ID > ~/old-cafe.txt 로 저장하세요."
    ;;
esac

#!/bin/sh
# Passed once the container north is created from board, with its port, and has never run.
set -eu
. check.sh

holds image_exists board || not_yet "There is no image called board yet. Save its Dockerfile with the button, and type: docker build --tag board ~/board" \
  "아직 board라는 이미지가 없습니다. 저장 버튼으로 Dockerfile을 저장하고 docker build --tag board ~/board 를 입력하세요."
container_exists --name north --from board --port 8081:80
state=$(docker container inspect --format '{{.State.Status}}' north)
if [ "$state" != created ]; then
  not_yet "Expected the container north to be created and not yet started, but its state is: $state. Remove it with docker rm --force north, and use docker create." \
    "north 컨테이너가 생성만 되고 아직 시작되지 않은 상태여야 하는데 지금 상태는 ${state}입니다. docker rm --force north 로 지우고 docker create 를 쓰세요."
fi

#!/bin/sh
# Passed once a container made from hello-world is called greeting.
set -eu
. check.sh

image=$(docker ps --all --filter 'name=^greeting$' --format '{{.Image}}')
right=$(docker ps --all --quiet --filter 'name=^greeting$' --filter ancestor=hello-world)

if [ -z "$image" ]; then
  not_yet "No container is called greeting yet. Find the old name with: docker ps --all" \
    "아직 이름이 greeting인 컨테이너가 없습니다. docker ps --all 로 지금 이름을 찾아보세요."
fi
if [ -z "$right" ]; then
  not_yet "The container greeting was made from $image, not from hello-world. Remove it with docker rm --force greeting, and rename the other one." \
    "greeting 컨테이너가 hello-world가 아니라 $image 이미지로 만들어졌습니다. docker rm --force greeting 으로 지우고, 원래 컨테이너의 이름을 바꾸세요."
fi

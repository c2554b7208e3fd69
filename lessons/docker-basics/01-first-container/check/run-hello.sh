#!/bin/sh
# Passed once a container made from hello-world has run to its end.
set -eu
. check.sh

made=$(docker ps --all --quiet --filter ancestor=hello-world)
ran=$(docker ps --all --quiet --filter ancestor=hello-world --filter status=exited --filter exited=0)
image=$(docker images --quiet hello-world)

if [ -n "$ran" ]; then
  exit 0
fi
if [ -n "$made" ]; then
  not_yet "There is a container made from hello-world, but it has not run. Type: docker run hello-world" \
    "hello-world로 만든 컨테이너는 있지만 아직 실행되지 않았습니다. docker run hello-world 를 입력하세요."
fi
if [ -n "$image" ]; then
  not_yet "The image hello-world is here, but no container has been made from it. Type: docker run hello-world" \
    "hello-world 이미지는 있지만 그 이미지로 만든 컨테이너가 없습니다. docker run hello-world 를 입력하세요."
fi
not_yet "No container has been made from hello-world yet. Type: docker run hello-world" \
  "아직 hello-world로 만든 컨테이너가 없습니다. docker run hello-world 를 입력하세요."

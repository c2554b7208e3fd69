#!/bin/sh
# Passed once the container pinned, made from busybox by its digest, has run.
set -eu
. check.sh

if ! image=$(docker container inspect --format '{{.Config.Image}}' pinned 2> /dev/null); then
  not_yet "No container is called pinned yet. Give it its name with: --name pinned" \
    "아직 이름이 pinned인 컨테이너가 없습니다. --name pinned 로 이름을 지정하세요."
fi
case $image in
  *busybox*@sha256:*) ;;
  *@sha256:*)
    not_yet "The container pinned was made from $image, not from busybox. Remove it with docker rm --force pinned, and start again." \
      "pinned 컨테이너가 busybox가 아니라 $image 로 만들어졌습니다. docker rm --force pinned 로 지우고 다시 실행하세요."
    ;;
  *)
    not_yet "The container pinned was made from $image, which is not a name with a digest: busybox@sha256:… Remove it with docker rm --force pinned, and start again." \
      "pinned 컨테이너가 $image 로 만들어졌습니다. busybox@sha256:… 처럼 다이제스트가 있는 이름이 아닙니다. docker rm --force pinned 로 지우고 다시 실행하세요."
    ;;
esac
said=$(docker logs --tail 100 pinned 2>&1 | head -c 10000)
case $said in
  *'exactly this one'*) ;;
  *)
    not_yet "Expected the container pinned to say: exactly this one. It has not. Remove it with docker rm --force pinned, and put echo exactly this one at the end." \
      "pinned 컨테이너가 exactly this one을 출력해야 하는데 그러지 않았습니다. docker rm --force pinned 로 지우고 맨 끝에 echo exactly this one을 적어 다시 실행하세요."
    ;;
esac

#!/bin/sh
# Passed once the container clock, made from busybox, goes on running and talking: two lines at least, since a program
# that says one and ends may still be running at the moment of the first look.
set -eu
. check.sh

image=$(docker ps --all --filter 'name=^clock$' --format '{{.Image}}')
right=$(docker ps --all --quiet --filter 'name=^clock$' --filter ancestor=busybox)
if [ -z "$image" ]; then
  not_yet "No container is called clock yet. Give it its name with: --name clock" \
    "아직 이름이 clock인 컨테이너가 없습니다. --name clock 으로 이름을 지정하세요."
fi
if [ -z "$right" ]; then
  not_yet "The container clock was made from $image, not from busybox. Remove it with docker rm --force clock, and start again." \
    "clock 컨테이너가 busybox가 아니라 $image 이미지로 만들어졌습니다. docker rm --force clock 으로 지우고 다시 실행하세요."
fi
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  running=$(docker ps --quiet --filter 'name=^clock$' --filter status=running)
  if [ -z "$running" ]; then
    not_yet "The container clock does not run: its program has ended. Remove it with docker rm --force clock, and start one that keeps running." \
      "clock 컨테이너가 실행 중이 아닙니다. 프로그램이 이미 끝났습니다. docker rm --force clock 으로 지우고 계속 도는 시계를 띄우세요."
  fi
  lines=$(docker logs --tail 2 clock | wc -l)
  if [ "$lines" -ge 2 ]; then
    exit 0
  fi
  sleep 0.2
done
not_yet "The container clock runs, but it does not say the time every second. Remove it with docker rm --force clock, and start it with the whole command." \
  "clock 컨테이너가 실행 중이지만 1초마다 시각을 출력하지 않습니다. docker rm --force clock 으로 지우고 명령 전체를 다시 실행하세요."

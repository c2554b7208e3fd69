#!/bin/sh
# Passed once the container greeting is gone while clock, stopped, is still there.
set -eu
. check.sh

greeting=$(docker ps --all --quiet --filter 'name=^greeting$')
clock=$(docker ps --all --filter 'name=^clock$' --format '{{.State}}')
if [ -n "$greeting" ]; then
  not_yet "The container greeting is still there. Type: docker rm greeting" \
    "greeting 컨테이너가 아직 있습니다. docker rm greeting 을 입력하세요."
fi
case $clock in
  exited) ;;
  '')
    not_yet "The container greeting is not there, but neither is clock. Start the clock again, stop it, and keep it." \
      "greeting 컨테이너는 없지만 clock 컨테이너도 없습니다. 시계를 다시 띄우고 중지한 다음 그대로 두세요."
    ;;
  *)
    not_yet "The container clock is not stopped. Type: docker stop clock" \
      "clock 컨테이너가 중지되어 있지 않습니다. docker stop clock 을 입력하세요."
    ;;
esac

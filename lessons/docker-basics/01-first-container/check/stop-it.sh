#!/bin/sh
# Passed once the container clock has been ended from outside and is still there.
set -eu
. check.sh

state=$(docker ps --all --filter 'name=^clock$' --format '{{.State}}')
case $state in
  exited) ;;
  '')
    not_yet "There is no container called clock. Stopping keeps a container. Start the clock again as in the task before, and stop it." \
      "이름이 clock인 컨테이너가 없습니다. 중지해도 컨테이너는 남아 있어야 합니다. 앞 과제처럼 시계를 다시 띄우고 중지하세요."
    ;;
  *)
    not_yet "The container clock still runs. Type docker stop clock, and wait until the prompt is back." \
      "clock 컨테이너가 아직 실행 중입니다. docker stop clock 을 입력하고 프롬프트가 돌아올 때까지 기다리세요."
    ;;
esac
code=$(docker inspect --format '{{.State.ExitCode}}' clock)
if [ "$code" -lt 128 ]; then
  not_yet "The container clock has ended by itself, nobody has stopped it. Remove it with docker rm clock, start it as in the task before, and stop it." \
    "clock 컨테이너는 중지된 것이 아니라 스스로 끝났습니다. docker rm clock 으로 지우고 앞 과제처럼 다시 띄운 다음 중지하세요."
fi

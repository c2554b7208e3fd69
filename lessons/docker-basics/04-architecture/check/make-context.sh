#!/bin/sh
# Passed once the context second leads to the second daemon, and guest runs there.
set -eu
. check.sh

context_exists second unix:///run/docker-second.sock
if ! holds on_engine /run/docker-second.sock engine_answers; then
  not_yet "The context second is right, but no daemon answers behind it. Start it with: service docker-second start" \
    "second 컨텍스트는 맞지만 그 뒤에서 답하는 데몬이 없습니다. service docker-second start 로 띄우세요."
fi
if ! holds on_engine /run/docker-second.sock container_exists --name guest && holds container_exists --name guest; then
  not_yet "The container guest is on the first daemon. Remove it with docker rm --force guest, and start it again with: docker --context second run …" \
    "guest 컨테이너가 첫 번째 데몬에 있습니다. docker rm --force guest 로 지우고 docker --context second run … 으로 다시 실행하세요."
fi
on_engine /run/docker-second.sock container_runs --name guest --from busybox

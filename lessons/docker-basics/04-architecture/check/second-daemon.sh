#!/bin/sh
# Passed once a second daemon answers and has run visitor.
set -eu
. check.sh

if ! holds on_engine /run/docker-second.sock engine_answers; then
  not_yet "No second daemon answers at /run/docker-second.sock yet. Start it with: service docker-second start" \
    "아직 /run/docker-second.sock에서 답하는 두 번째 데몬이 없습니다. service docker-second start 로 띄우세요."
fi
if ! holds on_engine /run/docker-second.sock container_exists --name visitor && holds container_exists --name visitor; then
  not_yet "The container visitor is on the first daemon. Remove it with docker rm visitor, and run it again with DOCKER_HOST=unix:///run/docker-second.sock in front." \
    "visitor 컨테이너가 첫 번째 데몬에 있습니다. docker rm visitor 로 지우고, 앞에 DOCKER_HOST=unix:///run/docker-second.sock 을 붙여 다시 실행하세요."
fi
on_engine /run/docker-second.sock container_exists --name visitor --from hello-world
on_engine /run/docker-second.sock container_exited_with visitor 0

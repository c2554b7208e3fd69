#!/bin/sh
# Passed once the container robot, made from hello-world, has run to its end.
set -eu
. check.sh

container_exists --name robot --from hello-world
if [ "$(docker inspect --format '{{.State.Status}}' robot)" = created ]; then
  not_yet "The container robot is created, but it has not been started. Send the second request: POST to /containers/robot/start" \
    "robot 컨테이너를 만들었지만 아직 시작하지 않았습니다. /containers/robot/start 로 POST 요청을 보내세요."
fi
# It takes a moment to say what it has to say.
within 3 container_exited_with robot 0

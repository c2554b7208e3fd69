#!/bin/sh
# Without DOCKER_HOST the client goes where it always goes.
# expect en: The container visitor is on the first daemon
# expect ko: visitor 컨테이너가 첫 번째 데몬에 있습니다
set -eu
service docker-second start
docker run --name visitor hello-world

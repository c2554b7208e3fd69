#!/bin/sh
# Nobody is behind that door.
# expect en: No second daemon answers at /run/docker-second.sock yet
# expect ko: 아직 /run/docker-second.sock에서 답하는 두 번째 데몬이 없습니다
set -eu
DOCKER_HOST=unix:///run/docker-second.sock docker run --name visitor hello-world

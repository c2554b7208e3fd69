#!/bin/sh
# The container has a made-up name.
# expect en: named “visitor”
# expect ko: 이름이 “visitor”인 컨테이너가 있어야 하는데 없습니다
set -eu
service docker-second start
DOCKER_HOST=unix:///run/docker-second.sock docker run hello-world

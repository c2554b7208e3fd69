#!/bin/sh
# A name that only looks right.
# expect en: No container is called greeting yet
# expect ko: 아직 이름이 greeting인 컨테이너가 없습니다
set -eu
docker rename "$(docker ps --all --quiet --latest --filter ancestor=hello-world)" greetings

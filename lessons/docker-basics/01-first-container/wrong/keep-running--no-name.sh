#!/bin/sh
# The right program in a container with a made-up name.
# expect en: No container is called clock yet
# expect ko: 아직 이름이 clock인 컨테이너가 없습니다
set -eu
docker run --detach busybox sh -c 'while true; do date; sleep 1; done'

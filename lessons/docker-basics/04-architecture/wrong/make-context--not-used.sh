#!/bin/sh
# The context is there, but the container was started without it.
# expect en: The container guest is on the first daemon
# expect ko: guest 컨테이너가 첫 번째 데몬에 있습니다
set -eu
docker context create second --docker host=unix:///run/docker-second.sock
docker run --detach --name guest busybox sleep 3000

#!/bin/sh
# A guest that has left already.
# expect en: Expected the container “guest” to be running, but its state is: exited
# expect ko: “guest” 컨테이너가 실행 중이어야 하는데 지금 상태는 exited입니다
set -eu
docker context create second --docker host=unix:///run/docker-second.sock
docker --context second run --name guest busybox true

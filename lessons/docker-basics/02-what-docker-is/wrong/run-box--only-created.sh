#!/bin/sh
# Made, but not started.
# expect en: Expected the container “box” to be running, but its state is: created
# expect ko: “box” 컨테이너가 실행 중이어야 하는데 지금 상태는 created입니다
set -eu
docker create --name box busybox sleep 3000

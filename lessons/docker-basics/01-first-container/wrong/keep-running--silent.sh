#!/bin/sh
# It runs, and says nothing.
# expect en: it does not say the time every second
# expect ko: 1초마다 시각을 출력하지 않습니다
set -eu
docker run --detach --name clock busybox sleep 600

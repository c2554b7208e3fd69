#!/bin/sh
# The daemon is back, but the container was removed.
# expect en: named “robot”
# expect ko: 이름이 “robot”인 컨테이너가 있어야 하는데 없습니다
set -eu
service docker start
docker rm robot

#!/bin/sh
# Started, and stopped again.
# expect en: Expected the container “north” to be running, but its state is: exited
# expect ko: 실행 중이어야 하는데 지금 상태는 exited
set -eu
docker start north
docker stop --time 0 north

#!/bin/sh
# Everything that has ended was thrown away.
# expect en: but neither is clock
# expect ko: clock 컨테이너도 없습니다
set -eu
docker container prune --force

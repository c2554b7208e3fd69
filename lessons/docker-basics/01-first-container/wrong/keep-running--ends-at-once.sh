#!/bin/sh
# A clock that says the time once.
# expect en: The container clock does not run: its program has ended
# expect ko: clock 컨테이너가 실행 중이 아닙니다
set -eu
docker run --detach --name clock busybox date

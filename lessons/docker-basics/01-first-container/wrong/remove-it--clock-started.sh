#!/bin/sh
# The clock runs again.
# expect en: The container clock is not stopped
# expect ko: clock 컨테이너가 중지되어 있지 않습니다
set -eu
docker rm greeting
docker start clock

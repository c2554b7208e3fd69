#!/bin/sh
# Another container was stopped, which had ended anyway.
# expect en: The container clock still runs
# expect ko: clock 컨테이너가 아직 실행 중입니다
set -eu
docker stop greeting

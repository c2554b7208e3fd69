#!/bin/sh
# Nothing to wait for: without a terminal the image's own shell ends at once.
# expect en: to run the command “sleep 3000”, but it runs “sh”
# expect ko: “sleep 3000” 명령을 실행해야 하는데 지금 명령은 “sh”입니다
set -eu
docker run --detach --name box busybox

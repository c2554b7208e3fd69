#!/bin/sh
# The right log in a directory where nobody looks for it.
# expect en: There is no file greeting.txt in your home directory yet
# expect ko: 홈 디렉터리에 아직 greeting.txt 파일이 없습니다
set -eu
docker logs greeting > /tmp/greeting.txt

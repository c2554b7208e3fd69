#!/bin/sh
# Shown on the screen, kept nowhere.
# expect en: There is no file history.txt in your home directory yet
# expect ko: 홈 디렉터리에 아직 history.txt 파일이 없습니다
set -eu
docker pull busybox
docker history busybox

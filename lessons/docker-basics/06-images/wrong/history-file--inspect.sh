#!/bin/sh
# Everything about the image, but not its history.
# expect en: does not hold a history
# expect ko: 내용이 히스토리가 아닙니다
set -eu
docker pull busybox
docker inspect busybox > ~/history.txt

#!/bin/sh
# The history of another image.
# expect en: holds the history of another image than busybox
# expect ko: busybox가 아닌 다른 이미지의 히스토리가 있습니다
set -eu
docker pull busybox
docker pull hello-world
docker history hello-world > ~/history.txt

#!/bin/sh
# The right name on a container from another image.
# expect en: was made from busybox, not from hello-world
# expect ko: hello-world가 아니라 busybox 이미지로
set -eu
docker run --name greeting busybox true

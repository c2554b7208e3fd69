#!/bin/sh
# Pushed, but under the name that it had.
# expect en: box
# expect ko: box
set -eu
docker pull busybox
docker tag busybox localhost:5000/busybox:1
docker push localhost:5000/busybox:1

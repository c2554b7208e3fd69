#!/bin/sh
# Another base than busybox.
# expect en: does not stand on the layers of busybox
# expect ko: busybox의 레이어 위에 있지 않습니다
set -eu
docker pull hello-world
docker tag hello-world cafe

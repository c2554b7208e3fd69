#!/bin/sh
# The right program in a container with a made-up name.
# expect en: Expected a container named “box”
# expect ko: 이름이 “box”인 컨테이너가 있어야 하는데 없습니다
set -eu
docker run --detach busybox sleep 3000

#!/bin/sh
# Two of three.
# expect en: Expected a container named “crew-3”
# expect ko: 이름이 “crew-3”인 컨테이너가 있어야 하는데 없습니다
set -eu
for n in 1 2; do docker run --detach --name crew-$n busybox sleep 2000; done

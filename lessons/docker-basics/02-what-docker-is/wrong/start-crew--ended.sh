#!/bin/sh
# The crew of the timed example: it has ended already.
# expect en: Expected the container “crew-1” to be running, but its state is: exited
# expect ko: “crew-1” 컨테이너가 실행 중이어야 하는데 지금 상태는 exited입니다
set -eu
for n in 1 2 3; do docker run --name crew-$n busybox true; done

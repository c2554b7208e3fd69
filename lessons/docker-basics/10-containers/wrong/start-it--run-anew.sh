#!/bin/sh
# A new container from the image, not the one that was created.
# expect en: Expected the container “north” to be running, but its state is: created
# expect ko: 실행 중이어야 하는데 지금 상태는 created
set -eu
docker run --detach --name north-2 board

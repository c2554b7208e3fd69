#!/bin/sh
# By its ID, and by force: the image goes with all its names.
# expect en: The name busybox:latest should have stayed
# expect ko: busybox:latest 이라는 이름은 남아 있어야 하는데 없습니다
set -eu
docker rmi --force "$(docker images --quiet toolbox:latest)"

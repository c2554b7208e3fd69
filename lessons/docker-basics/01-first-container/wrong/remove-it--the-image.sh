#!/bin/sh
# The image is not the container.
# expect en: The container greeting is still there
# expect ko: greeting 컨테이너가 아직 있습니다
set -eu
docker rmi --force hello-world

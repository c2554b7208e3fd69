#!/bin/sh
# Created, but never started.
# expect en: Expected the container pinned to say: exactly this one
# expect ko: exactly this one을 출력해야 하는데
set -eu
docker create --name pinned "$(docker inspect --format '{{index .RepoDigests 0}}' busybox)" echo exactly this one

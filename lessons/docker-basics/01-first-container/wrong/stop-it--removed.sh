#!/bin/sh
# Too much: the container is gone.
# expect en: There is no container called clock
# expect ko: 이름이 clock인 컨테이너가 없습니다
set -eu
docker rm --force clock

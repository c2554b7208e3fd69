#!/bin/sh
# Another image than the one asked for.
# expect en: No container has been made from hello-world yet
# expect ko: 아직 hello-world로 만든 컨테이너가 없습니다
set -eu
docker run busybox echo hello

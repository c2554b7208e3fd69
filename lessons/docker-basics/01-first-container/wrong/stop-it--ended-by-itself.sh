#!/bin/sh
# A clock that has ended without being stopped.
# expect en: The container clock has ended by itself
# expect ko: 스스로 끝났습니다
set -eu
docker rm --force clock
docker run --name clock busybox date

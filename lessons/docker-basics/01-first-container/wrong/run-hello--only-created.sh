#!/bin/sh
# A container that was never started.
# expect en: but it has not run
# expect ko: 아직 실행되지 않았습니다
set -eu
docker create hello-world

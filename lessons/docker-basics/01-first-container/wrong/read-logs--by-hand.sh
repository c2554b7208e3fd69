#!/bin/sh
# Words that the container has not said.
# expect en: does not hold what the container greeting said
# expect ko: greeting 컨테이너의 로그와 다릅니다
set -eu
echo 'Hello from Docker!' > ~/greeting.txt

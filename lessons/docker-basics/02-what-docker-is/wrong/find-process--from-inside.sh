#!/bin/sh
# The number that the container sees.
# expect en: 1 is the number of sleep inside of the container
# expect ko: 1은 컨테이너 안에서 본 sleep의 번호입니다
set -eu
echo 1 > ~/pid.txt

#!/bin/sh
# The second > throws the first line away.
# expect en: The file kernels.txt has one line
# expect ko: kernels.txt 파일이 한 줄입니다
set -eu
uname -r > ~/kernels.txt
docker exec box uname -r > ~/kernels.txt

#!/bin/sh
# A second try, added to the first.
# expect en: has 4 lines, not two
# expect ko: 두 줄이 아니라 4줄입니다
set -eu
for _ in 1 2; do
  uname -r >> ~/kernels.txt
  docker exec box uname -r >> ~/kernels.txt
done

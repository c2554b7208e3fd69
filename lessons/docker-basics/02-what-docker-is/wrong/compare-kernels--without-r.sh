#!/bin/sh
# uname alone says which system it is, not which version.
# expect en: The first line of kernels.txt is 'Linux'
# expect ko: kernels.txt의 첫 줄은 'Linux'인데
set -eu
uname > ~/kernels.txt
docker exec box uname >> ~/kernels.txt

#!/bin/sh
# Both are gone, and none is back.
# expect en: Now fetch one back
# expect ko: 이제 하나를 다시 가져오세요
set -eu
docker rmi localhost:5000/box:1 localhost:5000/box:2

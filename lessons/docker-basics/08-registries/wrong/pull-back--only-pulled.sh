#!/bin/sh
# Nothing was thrown away, so nothing came back.
# expect en: localhost:5000/box:1 is still on your machine
# expect ko: localhost:5000/box:1 이미지가 아직 머신에 있습니다
set -eu
docker pull localhost:5000/box:2

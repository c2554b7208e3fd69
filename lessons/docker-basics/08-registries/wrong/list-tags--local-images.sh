#!/bin/sh
# What the machine has, not what the registry has.
# expect en: does not hold the tags of box
# expect ko: box의 태그 목록이 아닙니다
set -eu
docker images localhost:5000/box > ~/tags.json

#!/bin/sh
# The list of repositories, not of tags.
# expect en: does not hold the tags of box
# expect ko: box의 태그 목록이 아닙니다
set -eu
curl http://localhost:5000/v2/_catalog > ~/tags.json

#!/bin/sh
# The table for people.
# expect en: holds no JSON list
# expect ko: JSON 목록이 아니므로
set -eu
docker ps --all > ~/containers.json

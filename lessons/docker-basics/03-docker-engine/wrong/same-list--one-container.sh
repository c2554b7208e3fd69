#!/bin/sh
# One container in full, and not the list.
# expect en: holds no JSON list
# expect ko: JSON 목록이 아니므로
set -eu
curl --silent --unix-socket /var/run/docker.sock http://localhost/containers/robot/json > ~/containers.json

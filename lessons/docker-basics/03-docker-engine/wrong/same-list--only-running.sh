#!/bin/sh
# Without all=true the list has only what runs.
# expect en: but robot, which has ended, is not among them
# expect ko: 종료된 robot이 없습니다
set -eu
docker wait robot
curl --silent --unix-socket /var/run/docker.sock http://localhost/containers/json > ~/containers.json

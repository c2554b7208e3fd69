#!/bin/sh
# The API takes the name from the address, not from what is sent along.
# expect en: named “robot”
# expect ko: 이름이 “robot”인 컨테이너가 있어야 하는데 없습니다
set -eu
docker pull hello-world
curl --silent --unix-socket /var/run/docker.sock --header 'Content-Type: application/json' --data '{"Image": "hello-world", "name": "robot"}' http://localhost/containers/create

#!/bin/sh
# The right name on a container from another image.
# expect en: it was made from “busybox”
# expect ko: “busybox” 이미지로 만들어졌습니다
set -eu
docker pull busybox
curl --silent --unix-socket /var/run/docker.sock --header 'Content-Type: application/json' --data '{"Image": "busybox"}' 'http://localhost/containers/create?name=robot'
curl --silent --unix-socket /var/run/docker.sock --request POST http://localhost/containers/robot/start

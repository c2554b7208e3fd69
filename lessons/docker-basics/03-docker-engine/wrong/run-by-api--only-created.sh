#!/bin/sh
# The first of the two requests.
# expect en: The container robot is created, but it has not been started
# expect ko: robot 컨테이너를 만들었지만 아직 시작하지 않았습니다
set -eu
docker pull hello-world
curl --silent --unix-socket /var/run/docker.sock --header 'Content-Type: application/json' --data '{"Image": "hello-world"}' 'http://localhost/containers/create?name=robot'

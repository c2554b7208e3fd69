#!/bin/sh
set -eu
docker pull hello-world
curl --silent --unix-socket /var/run/docker.sock --header 'Content-Type: application/json' --data '{"Image": "hello-world"}' 'http://localhost/containers/create?name=robot'
curl --silent --unix-socket /var/run/docker.sock --request POST http://localhost/containers/robot/start

#!/bin/sh
# The context leads to the first daemon.
# expect en: Expected the context “second” to lead to “unix:///run/docker-second.sock”
# expect ko: “second” 컨텍스트는 “unix:///run/docker-second.sock” 주소로 이어져야
set -eu
docker context create second --docker host=unix:///var/run/docker.sock
docker --context second run --detach --name guest busybox sleep 3000

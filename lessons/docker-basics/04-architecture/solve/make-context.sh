#!/bin/sh
set -eu
docker context create second --docker host=unix:///run/docker-second.sock
docker --context second run --detach --name guest busybox sleep 3000

#!/bin/sh
set -eu
docker pull busybox
docker tag busybox localhost:5000/box:1
docker push localhost:5000/box:1

#!/bin/sh
set -eu
docker pull busybox
docker tag busybox localhost:5001/team/box:1
docker push localhost:5001/team/box:1

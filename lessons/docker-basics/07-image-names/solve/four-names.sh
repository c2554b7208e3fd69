#!/bin/sh
set -eu
docker pull busybox
docker tag busybox toolbox
docker tag busybox toolbox:1.0
docker tag busybox kitchen/toolbox:1.0
docker tag busybox localhost:5000/kitchen/toolbox:1.0

#!/bin/sh
# One name is on another image.
# expect en: The name kitchen/toolbox:1.0 is on another image than busybox
# expect ko: kitchen/toolbox:1.0 이라는 이름이 busybox가 아닌 다른 이미지에
set -eu
docker pull busybox
docker pull hello-world
docker tag busybox toolbox
docker tag busybox toolbox:1.0
docker tag hello-world kitchen/toolbox:1.0
docker tag busybox localhost:5000/kitchen/toolbox:1.0

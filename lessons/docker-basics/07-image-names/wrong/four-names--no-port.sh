#!/bin/sh
# The registry's port was left out, so it is another registry.
# expect en: No image has the name localhost:5000/kitchen/toolbox:1.0 yet
# expect ko: 아직 이름이 localhost:5000/kitchen/toolbox:1.0인 이미지가 없습니다
set -eu
docker pull busybox
docker tag busybox toolbox
docker tag busybox toolbox:1.0
docker tag busybox kitchen/toolbox:1.0
docker tag busybox localhost/kitchen/toolbox:1.0

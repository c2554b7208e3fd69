#!/bin/sh
# Names without their tag get the tag latest.
# expect en: No image has the name toolbox:1.0 yet
# expect ko: 아직 이름이 toolbox:1.0인 이미지가 없습니다
set -eu
docker pull busybox
docker tag busybox toolbox
docker tag busybox kitchen/toolbox
docker tag busybox localhost:5000/kitchen/toolbox

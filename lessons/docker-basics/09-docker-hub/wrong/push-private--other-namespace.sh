#!/bin/sh
# Pushed, but not to the team's place.
# expect en: team/box
# expect ko: team/box
set -eu
docker pull busybox
docker tag busybox localhost:5001/box:1
docker push localhost:5001/box:1

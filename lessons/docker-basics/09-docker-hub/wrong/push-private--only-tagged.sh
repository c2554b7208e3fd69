#!/bin/sh
# The name alone sends nothing.
# expect en: team/box
# expect ko: team/box
set -eu
docker pull busybox
docker tag busybox localhost:5001/team/box:1

#!/bin/sh
# Named for the registry, but not sent there.
# expect en: box
# expect ko: box
set -eu
docker pull busybox
docker tag busybox localhost:5000/box:1

#!/bin/sh
# Built, but not sent.
# expect en: box
# expect ko: box
set -eu
mkdir -p ~/box
printf 'FROM busybox\nRUN echo 2 > /version.txt\nCMD ["cat", "/version.txt"]\n' > ~/box/Dockerfile
docker build --tag localhost:5000/box:2 ~/box

#!/bin/sh
set -eu
docker pull busybox
docker history busybox > ~/history.txt

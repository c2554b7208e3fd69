#!/bin/sh
set -eu
docker commit north board:monday
docker run --detach --name monday --publish 8083:80 board:monday

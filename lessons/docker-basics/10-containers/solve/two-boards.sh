#!/bin/sh
set -eu
docker run --detach --name south --publish 8082:80 board

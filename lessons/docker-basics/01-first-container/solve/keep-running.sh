#!/bin/sh
set -eu
docker run --detach --name clock busybox sh -c 'while true; do date; sleep 1; done'

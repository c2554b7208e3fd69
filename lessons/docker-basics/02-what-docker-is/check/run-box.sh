#!/bin/sh
# Passed once the container box, made from busybox, waits with sleep 3000.
set -eu
. check.sh

container_runs --name box --from busybox --command 'sleep 3000'

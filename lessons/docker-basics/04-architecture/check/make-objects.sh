#!/bin/sh
# Passed once ship runs, connected to quay, with hold at /data.
set -eu
. check.sh

network_exists quay
volume_exists hold
container_runs --name ship --from busybox --network quay --mount hold:/data

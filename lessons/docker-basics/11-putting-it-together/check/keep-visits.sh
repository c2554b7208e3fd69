#!/bin/sh
# Passed once the shop, as it was before, keeps /data in the volume.
set -eu
. check.sh

container_runs --name shop --from shop:1 --port 8080:8000 --mount visits:/data
port_answers 8080 "Welcome to Blue Whale"

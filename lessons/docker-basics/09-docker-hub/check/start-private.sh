#!/bin/sh
# Passed once the registry answers on port 5001, and turns those away who have no password.
set -eu
. check.sh

container_runs --name private --from registry:2 --port 5001:5000
registry_is_private localhost:5001

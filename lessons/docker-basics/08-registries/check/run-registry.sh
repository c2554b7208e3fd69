#!/bin/sh
# Passed once the container registry, made from registry:2, answers on the machine's port 5000.
set -eu
. check.sh

container_runs --name registry --from registry:2 --port 5000:5000
port_answers 5000 '{}' /v2/

#!/bin/sh
# Passed once the container reader has read from the volume what the removed container writer has left there.
set -eu
. check.sh

container_exists --name reader --mount notes:/data
log_contains reader 'Buy milk'
container_absent writer

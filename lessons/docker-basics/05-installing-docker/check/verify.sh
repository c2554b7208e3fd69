#!/bin/sh
# Passed once hello-world has run in a container called installed.
set -eu
. check.sh

container_exists --name installed --from hello-world
container_exited_with installed 0

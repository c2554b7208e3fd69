#!/bin/sh
# Passed once the registry has the image.
set -eu
. check.sh

registry_has localhost:5000 shop 1

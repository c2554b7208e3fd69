#!/bin/sh
# Passed once the registry has box:1.
set -eu
. check.sh

registry_has localhost:5000 box 1

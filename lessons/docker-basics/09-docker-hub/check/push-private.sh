#!/bin/sh
# Passed once the registry has the image, which only ada may see.
set -eu
. check.sh

registry_has localhost:5001 team/box 1 ada:lovelace

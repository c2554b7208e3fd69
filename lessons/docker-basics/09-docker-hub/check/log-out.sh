#!/bin/sh
# Passed once the image is in the registry and the login is gone.
set -eu
. check.sh

registry_has localhost:5001 team/box 1 ada:lovelace
logged_out localhost:5001

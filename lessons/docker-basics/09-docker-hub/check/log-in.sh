#!/bin/sh
# Passed once the client has a login for the registry.
set -eu
. check.sh

logged_in localhost:5001

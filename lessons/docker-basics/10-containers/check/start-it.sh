#!/bin/sh
# Passed once the container north runs and its page can be fetched.
set -eu
. check.sh

container_runs --name north --from board --port 8081:80
port_answers 8081

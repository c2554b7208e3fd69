#!/bin/sh
# Passed once south runs beside north, and each shows a page of its own.
set -eu
. check.sh

container_runs --name south --from board --port 8082:80
container_runs --name north
container_has_file north /www/index.html 'Closed on Monday'
container_has_file south /www/index.html 'Welcome!'

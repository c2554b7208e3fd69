#!/bin/sh
set -eu
service docker stop
docker ps 2> ~/error.txt || true

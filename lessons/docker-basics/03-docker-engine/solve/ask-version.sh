#!/bin/sh
set -eu
curl --silent --unix-socket /var/run/docker.sock http://localhost/version > ~/version.json

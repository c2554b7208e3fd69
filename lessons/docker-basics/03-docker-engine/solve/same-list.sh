#!/bin/sh
set -eu
curl --silent --unix-socket /var/run/docker.sock 'http://localhost/containers/json?all=true' > ~/containers.json

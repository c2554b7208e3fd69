#!/bin/sh
set -eu
docker run --detach --name registry --publish 5000:5000 registry:2
# It answers after a moment.
until curl --silent http://localhost:5000/v2/; do sleep 0.2; done

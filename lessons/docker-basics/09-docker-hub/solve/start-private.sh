#!/bin/sh
set -eu
docker run --detach --name private --publish 5001:5000 \
  --volume ~/auth:/auth \
  --env REGISTRY_AUTH=htpasswd \
  --env REGISTRY_AUTH_HTPASSWD_REALM=Drydock \
  --env REGISTRY_AUTH_HTPASSWD_PATH=/auth/htpasswd \
  registry:2
# It answers after a moment.
until curl --silent http://localhost:5001/v2/; do sleep 0.2; done

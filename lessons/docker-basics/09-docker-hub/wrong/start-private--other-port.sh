#!/bin/sh
# At the port of the last lesson.
# expect en: 5001:5000
# expect ko: 5001:5000
set -eu
docker run --detach --name private --publish 5000:5000 --volume ~/auth:/auth --env REGISTRY_AUTH=htpasswd \
  --env REGISTRY_AUTH_HTPASSWD_REALM=Drydock --env REGISTRY_AUTH_HTPASSWD_PATH=/auth/htpasswd registry:2

#!/bin/sh
# Published, but at another door.
# expect en: 5000:5000
# expect ko: 5000:5000
set -eu
docker run --detach --name registry --publish 5001:5000 registry:2

#!/bin/sh
# The registry runs, and lets everybody in.
# expect en: localhost:5001
# expect ko: localhost:5001
set -eu
docker run --detach --name private --publish 5001:5000 registry:2

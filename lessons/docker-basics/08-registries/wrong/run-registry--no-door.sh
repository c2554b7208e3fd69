#!/bin/sh
# The registry runs, but nobody can reach it.
# expect en: 5000:5000
# expect ko: 5000:5000
set -eu
docker run --detach --name registry registry:2

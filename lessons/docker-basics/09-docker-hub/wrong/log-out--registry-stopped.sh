#!/bin/sh
# The registry is off; the login is still there.
# expect en: localhost:5001
# expect ko: localhost:5001
set -eu
docker stop --time 1 private

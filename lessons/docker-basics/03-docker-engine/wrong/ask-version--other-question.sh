#!/bin/sh
# Another question to the same API.
# expect en: but not the answer to /version
# expect ko: /version의 답이 아닙니다
set -eu
curl --silent --unix-socket /var/run/docker.sock http://localhost/info > ~/version.json

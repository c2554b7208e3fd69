#!/bin/sh
# The table for people, not the answer of the API.
# expect en: The file version.json holds no JSON
# expect ko: version.json의 내용이 JSON이 아니므로
set -eu
docker version > ~/version.json

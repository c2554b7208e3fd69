#!/bin/sh
# Without the socket, curl finds nobody, and the file stays empty.
# expect en: The file version.json is empty
# expect ko: version.json 파일이 비어 있습니다
set -eu
curl --silent http://localhost/version > ~/version.json

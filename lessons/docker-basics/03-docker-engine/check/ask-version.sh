#!/bin/sh
# Passed once ~/version.json holds what the API answers when asked for /version.
set -eu
. check.sh

file_exists ~/version.json
machine-file cat /root/version.json > "$HOME/saved"
if [ ! -s "$HOME/saved" ]; then
  not_yet "The file version.json is empty. Put the whole curl command before the >" \
    "version.json 파일이 비어 있습니다. > 앞에 curl 명령 전체를 적으세요."
fi
if ! jq -e . "$HOME/saved" > "$HOME/json" 2>&1; then
  not_yet "The file version.json holds no JSON, so it is not from the API. Ask with curl --unix-socket, not with docker version." \
    "version.json의 내용이 JSON이 아니므로 API의 답이 아닙니다. docker version 대신 curl --unix-socket 으로 물어보세요."
fi
if ! jq -e 'type == "object" and has("ApiVersion")' "$HOME/saved" > "$HOME/json"; then
  not_yet "The file version.json holds JSON, but not the answer to /version: it has no ApiVersion. Does your address end in /version?" \
    "version.json의 내용은 JSON이지만 /version의 답이 아닙니다. ApiVersion이 없습니다. 주소가 /version으로 끝나는지 보세요."
fi

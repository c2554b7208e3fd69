#!/bin/sh
# Passed once ~/containers.json holds the API's list of containers, with robot, which has ended, in it.
set -eu
. check.sh

container_exists --name robot
file_exists ~/containers.json
machine-file cat /root/containers.json > "$HOME/saved"
if [ ! -s "$HOME/saved" ]; then
  not_yet "The file containers.json is empty. Put the whole curl command before the >" \
    "containers.json 파일이 비어 있습니다. > 앞에 curl 명령 전체를 적으세요."
fi
if ! jq -e 'type == "array"' "$HOME/saved" > "$HOME/json" 2>&1; then
  not_yet "The file containers.json holds no JSON list, so it is not the API's list. Ask with curl for /containers/json?all=true" \
    "containers.json의 내용이 JSON 목록이 아니므로 API의 답이 아닙니다. curl로 /containers/json?all=true 를 물어보세요."
fi
if ! jq -e 'any(.[]; type == "object" and (.Names | type == "array" and index("/robot")))' "$HOME/saved" > "$HOME/json"; then
  length=$(jq length "$HOME/saved")
  not_yet "The list in containers.json has $length entries, but robot, which has ended, is not among them. Ask for /containers/json?all=true, with the address between '" \
    "containers.json의 목록에 항목이 ${length}개 있지만, 종료된 robot이 없습니다. 주소를 '로 감싸서 /containers/json?all=true 를 물어보세요."
fi

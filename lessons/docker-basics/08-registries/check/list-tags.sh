#!/bin/sh
# Passed once ~/tags.json holds the registry's list of the tags of box.
set -eu
. check.sh

file_exists ~/tags.json
holds file_matches ~/tags.json '"name": *"box"' || not_yet \
  "The file tags.json does not hold the tags of box. Save what curl http://localhost:5000/v2/box/tags/list answers." \
  "tags.json 파일의 내용이 box의 태그 목록이 아닙니다. curl http://localhost:5000/v2/box/tags/list 의 답을 저장하세요."
for tag in 1 2; do
  holds file_contains ~/tags.json "\"$tag\"" || not_yet \
    "The tag $tag is not in tags.json. Push it first, then save the list again." \
    "tags.json 파일에 태그 $tag 항목이 없습니다. 먼저 푸시한 다음 목록을 다시 저장하세요."
done

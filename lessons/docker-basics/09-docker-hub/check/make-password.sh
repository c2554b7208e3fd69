#!/bin/sh
# Passed once ~/auth/htpasswd has a bcrypt hash for ada.
set -eu
. check.sh

file_exists ~/auth/htpasswd
holds file_contains ~/auth/htpasswd ada: || not_yet \
  "The file ~/auth/htpasswd has no line for the user ada. Type: htpasswd -Bbn ada lovelace > ~/auth/htpasswd" \
  "auth/htpasswd 파일에 사용자 ada 항목이 없습니다. htpasswd -Bbn ada lovelace > ~/auth/htpasswd 를 입력하세요."
holds file_matches ~/auth/htpasswd "^ada:[$]2[aby][$]" || not_yet \
  "What the file ~/auth/htpasswd holds for ada is not a bcrypt hash, which registries want. The option -B chooses it." \
  "auth/htpasswd 파일의 ada 항목이 레지스트리가 요구하는 bcrypt 해시가 아닙니다. -B 옵션을 쓰세요."

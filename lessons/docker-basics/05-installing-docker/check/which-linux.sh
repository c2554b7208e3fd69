#!/bin/sh
# Passed once ~/system.txt says which release of which distribution this is.
# engine optional
set -eu
. check.sh

release=$(machine-file cat /etc/os-release | grep -m 1 '^VERSION_CODENAME=')
file_exists ~/system.txt
holds file_contains ~/system.txt "$release" || not_yet \
  "The file system.txt does not say which Linux this is: $release should be in it. Save what cat /etc/os-release shows." \
  "system.txt 파일에 어떤 리눅스인지 적혀 있지 않습니다. $release 줄이 있어야 합니다. cat /etc/os-release 의 내용을 저장하세요."

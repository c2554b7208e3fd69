#!/bin/sh
# Passed once each line of ~/names.txt has the full name. Blanks don't matter.
set -eu
. check.sh

if ! form=$(machine-file cat /root/names.txt); then
  not_yet "There is no file names.txt in your home directory yet. Press Save on the box with the names." \
    "홈 디렉터리에 아직 names.txt 파일이 없습니다. 이름이 적힌 상자에서 저장을 누르세요."
fi
form=$(printf '%s' "$form" | head -c 20000 | tr -d ' \t\r')

# full SHORT FULL: says which part of the name behind SHORT = is not as in FULL
full() {
  got=$(printf '%s\n' "$form" | sed -n "s|^$1=||p" | tail -n 1)
  case $got in
    "$2") return 0 ;;
    '')
      not_yet "Nothing stands behind $1 = yet. Open the file with: nano ~/names.txt" \
        "$1 = 뒤에 아직 아무것도 없습니다. nano ~/names.txt 로 파일을 여세요."
      ;;
  esac
  case $2 in
    docker.io/*)
      case $got in
        docker.io/*) ;;
        *)
          not_yet "$1 names no registry, so its full name begins with docker.io/, but you have written $got" \
            "$1 에는 레지스트리가 없으므로 전체 이름은 docker.io/ 로 시작해야 하는데 $got 라고 적혀 있습니다."
          ;;
      esac
      ;;
    *)
      case $got in
        docker.io/*)
          not_yet "$1 names its registry itself, so docker.io does not come in front of it, but you have written $got" \
            "$1 에는 레지스트리가 이미 있으므로 앞에 docker.io가 붙지 않는데 $got 라고 적혀 있습니다."
          ;;
      esac
      ;;
  esac
  case $2/$got in
    docker.io/library/*/docker.io/library/*) ;;
    docker.io/library/*)
      not_yet "$1 names no namespace, so it is an official image: its namespace is library. But you have written $got" \
        "$1 에는 네임스페이스가 없으므로 공식 이미지이고 네임스페이스는 library인데 $got 라고 적혀 있습니다."
      ;;
    */library/*)
      not_yet "$1 is no official image, so the namespace library does not belong to it, but you have written $got" \
        "$1 은(는) 공식 이미지가 아니므로 네임스페이스 library가 들어가지 않는데 $got 라고 적혀 있습니다."
      ;;
  esac
  case ${got##*/} in
    *:*) ;;
    *)
      not_yet "The full name of $1 has a tag, but you have written $got" \
        "$1 의 전체 이름에는 태그가 있어야 하는데 $got 라고 적혀 있습니다."
      ;;
  esac
  not_yet "The full name of $1 is not $got. Compare it letter by letter: only what is missing is added." \
    "$1 의 전체 이름은 $got 이(가) 아닙니다. 한 글자씩 비교해 보세요. 빠진 것만 채우면 됩니다."
}

full nginx:1.27 docker.io/library/nginx:1.27
full openjdk:8-alpine docker.io/library/openjdk:8-alpine
full jenkins/jenkins:lts docker.io/jenkins/jenkins:lts
full python docker.io/library/python:latest
full quay.io/prometheus/prometheus quay.io/prometheus/prometheus:latest
full localhost:5000/shop/cart:7 localhost:5000/shop/cart:7

#!/bin/sh
# Passed while the daemon is stopped, once ~/error.txt holds what the client says to that.
# engine optional
set -eu
. check.sh

engine_stopped
file_exists ~/error.txt
saved=$(machine-file cat /root/error.txt | head -c 1000)
case $saved in
  *'Cannot connect to the Docker daemon'*) ;;
  '')
    not_yet "The daemon is stopped, but the file error.txt is empty. Errors go through 2>: docker ps 2> ~/error.txt" \
      "데몬은 멈췄지만 error.txt 파일이 비어 있습니다. 오류는 2> 로 저장합니다: docker ps 2> ~/error.txt"
    ;;
  *)
    not_yet "The file error.txt holds something else than the client's error, 'Cannot connect to the Docker daemon'. Type: docker ps 2> ~/error.txt" \
      "error.txt에 클라이언트의 오류 'Cannot connect to the Docker daemon'이 아닌 내용이 있습니다. docker ps 2> ~/error.txt 를 입력하세요."
    ;;
esac

#!/bin/sh
# > does not catch errors.
# expect en: but the file error.txt is empty
# expect ko: error.txt 파일이 비어 있습니다
set -eu
service docker stop
docker ps > ~/error.txt

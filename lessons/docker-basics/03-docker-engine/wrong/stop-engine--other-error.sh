#!/bin/sh
# A misspelt command makes another error.
# expect en: holds something else than the client's error
# expect ko: 아닌 내용이 있습니다
set -eu
service docker stop
docker pss 2> ~/error.txt

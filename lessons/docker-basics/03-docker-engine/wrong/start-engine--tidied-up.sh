#!/bin/sh
# The file of the task before was thrown away.
# expect en: There is no error.txt of a stopped daemon
# expect ko: 오류가 담긴 error.txt가 없습니다
set -eu
rm ~/error.txt
service docker start

#!/bin/sh
# A file with nothing in it.
# expect en: The file greeting.txt is empty
# expect ko: greeting.txt 파일이 비어 있습니다
set -eu
touch ~/greeting.txt

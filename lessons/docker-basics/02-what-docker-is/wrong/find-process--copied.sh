#!/bin/sh
# The command as it stands on the page.
# expect en: The file pid.txt holds 'NUMBER'
# expect ko: 번호가 아니라 'NUMBER'입니다
set -eu
echo NUMBER > ~/pid.txt

#!/bin/sh
# The column PPID, mistaken for PID.
# expect en: is not the sleep 3000 of the container box
# expect ko: box 컨테이너의 sleep 3000이 아닙니다
set -eu
ps -o ppid= -p "$(pgrep --full 'sleep 3000')" > ~/pid.txt

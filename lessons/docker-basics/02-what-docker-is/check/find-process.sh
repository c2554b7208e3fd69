#!/bin/sh
# Passed once ~/pid.txt holds the number that the machine gives to the program of box.
set -eu
. check.sh

container_runs --name box
file_exists ~/pid.txt
pid=$(docker inspect --format '{{.State.Pid}}' box)
saved=$(machine-file cat /root/pid.txt | head -n 1 | tr -d ' ' | head -c 20)
case $saved in
  "$pid") ;;
  '')
    not_yet "The file pid.txt is empty. Put the number behind echo." \
      "pid.txt 파일이 비어 있습니다. echo 뒤에 번호를 적으세요."
    ;;
  *[!0-9]*)
    not_yet "The file pid.txt holds '$saved', which is not a number. Write the number of sleep 3000, and nothing else." \
      "pid.txt 파일의 내용이 번호가 아니라 '$saved'입니다. sleep 3000의 번호만 적으세요."
    ;;
  1)
    not_yet "1 is the number of sleep inside of the container. Look at it from outside: ps -ef, without docker exec." \
      "1은 컨테이너 안에서 본 sleep의 번호입니다. docker exec 없이 ps -ef 로 밖에서 본 번호를 찾으세요."
    ;;
  *)
    not_yet "The process $saved is not the sleep 3000 of the container box. Look for it with: pgrep --list-full sleep" \
      "$saved번 프로세스는 box 컨테이너의 sleep 3000이 아닙니다. pgrep --list-full sleep 으로 찾으세요."
    ;;
esac

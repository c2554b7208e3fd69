#!/bin/sh
# Passed once ~/greeting.txt holds what the container greeting said.
set -eu
. check.sh

greeting=$(docker ps --all --quiet --filter 'name=^greeting$')
if [ -z "$greeting" ]; then
  not_yet "There is no container called greeting. Go back to the task before this one." \
    "이름이 greeting인 컨테이너가 없습니다. 바로 앞 과제로 돌아가 주세요."
fi
said=$(docker logs --tail 1000 greeting | head -c 100000)
if [ -z "$said" ]; then
  not_yet "The container greeting has not said anything. Run it with: docker start greeting" \
    "greeting 컨테이너가 아직 아무것도 출력하지 않았습니다. docker start greeting 으로 실행하세요."
fi
if ! saved=$(machine-file cat /root/greeting.txt); then
  not_yet "There is no file greeting.txt in your home directory yet. Save the log with > ~/greeting.txt" \
    "홈 디렉터리에 아직 greeting.txt 파일이 없습니다. > ~/greeting.txt 로 로그를 저장하세요."
fi
if [ -z "$saved" ]; then
  not_yet "The file greeting.txt is empty. Put docker logs greeting before the >" \
    "greeting.txt 파일이 비어 있습니다. > 앞에 docker logs greeting 을 적으세요."
fi
case $saved in
  *"$said"*) ;;
  *)
    not_yet "The file greeting.txt does not hold what the container greeting said. Save the log with: docker logs greeting > ~/greeting.txt" \
      "greeting.txt 파일의 내용이 greeting 컨테이너의 로그와 다릅니다. docker logs greeting > ~/greeting.txt 로 저장하세요."
    ;;
esac

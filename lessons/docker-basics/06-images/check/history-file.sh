#!/bin/sh
# Passed once ~/history.txt holds the history of busybox. Its times ("9 minutes ago") go on, so the image's ID and the
# heading are compared.
set -eu
. check.sh

if ! id=$(docker image inspect --format '{{slice .Id 7 19}}' busybox 2> /dev/null); then
  not_yet "The image busybox is not on your machine yet. Type: docker pull busybox" \
    "busybox 이미지가 아직 머신에 없습니다. docker pull busybox 를 입력하세요."
fi
if ! saved=$(machine-file cat /root/history.txt); then
  not_yet "There is no file history.txt in your home directory yet. Save the history with > ~/history.txt" \
    "홈 디렉터리에 아직 history.txt 파일이 없습니다. > ~/history.txt 로 히스토리를 저장하세요."
fi
case $saved in
  '')
    not_yet "The file history.txt is empty. Put docker history busybox before the >" \
      "history.txt 파일이 비어 있습니다. > 앞에 docker history busybox 를 적으세요."
    ;;
  *'CREATED BY'*"$id"*) ;;
  *'CREATED BY'*)
    not_yet "The file history.txt holds the history of another image than busybox. Type: docker history busybox > ~/history.txt" \
      "history.txt 파일에 busybox가 아닌 다른 이미지의 히스토리가 있습니다. docker history busybox > ~/history.txt 를 입력하세요."
    ;;
  *)
    not_yet "The file history.txt does not hold a history: there is no column CREATED BY in it. Type: docker history busybox > ~/history.txt" \
      "history.txt 파일의 내용이 히스토리가 아닙니다. CREATED BY 열이 없습니다. docker history busybox > ~/history.txt 를 입력하세요."
    ;;
esac

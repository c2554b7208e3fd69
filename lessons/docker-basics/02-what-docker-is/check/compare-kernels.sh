#!/bin/sh
# Passed once ~/kernels.txt holds the kernel's version in two lines, and nothing else.
set -eu
. check.sh

file_exists ~/kernels.txt
kernel=$(docker version --format '{{.Server.KernelVersion}}')
saved=$(machine-file cat /root/kernels.txt | head -c 1000)
first=$(printf '%s\n' "$saved" | head -n 1)
lines=$(printf '%s\n' "$saved" | grep -c . || true)

if [ "$lines" -gt 0 ] && [ "$first" != "$kernel" ]; then
  not_yet "The first line of kernels.txt is '$first', but your machine's kernel is $kernel. Start afresh with: uname -r > ~/kernels.txt" \
    "kernels.txt의 첫 줄은 '$first'인데 머신의 커널은 $kernel입니다. uname -r > ~/kernels.txt 로 처음부터 다시 하세요."
fi
case $lines in
  0)
    not_yet "The file kernels.txt is empty. Begin with: uname -r > ~/kernels.txt" \
      "kernels.txt 파일이 비어 있습니다. uname -r > ~/kernels.txt 로 시작하세요."
    ;;
  1)
    not_yet "The file kernels.txt has one line. Add the container's answer with >> in place of >" \
      "kernels.txt 파일이 한 줄입니다. > 대신 >> 를 써서 컨테이너의 답을 덧붙이세요."
    ;;
  2) ;;
  *)
    not_yet "The file kernels.txt has $lines lines, not two. Start afresh with: uname -r > ~/kernels.txt" \
      "kernels.txt 파일이 두 줄이 아니라 ${lines}줄입니다. uname -r > ~/kernels.txt 로 처음부터 다시 하세요."
    ;;
esac
second=$(printf '%s\n' "$saved" | tail -n 1)
if [ "$second" != "$kernel" ]; then
  not_yet "The second line of kernels.txt is '$second', and not what uname -r says in the container box. Start afresh with: uname -r > ~/kernels.txt" \
    "kernels.txt의 둘째 줄은 '$second'인데 box 컨테이너에서 uname -r이 답한 것과 다릅니다. uname -r > ~/kernels.txt 로 처음부터 다시 하세요."
fi

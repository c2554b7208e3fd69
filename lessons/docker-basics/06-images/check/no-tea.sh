#!/bin/sh
# Passed once the image no-tea stands on cafe and has a layer that deletes /tea.txt. Whether cafe has been built anew since
# then doesn't matter: the steps of its history are compared, not its digests.
set -eu
. check.sh

if ! docker image inspect no-tea > /dev/null 2>&1; then
  not_yet "There is no image called no-tea yet. Type: docker build --tag no-tea ~/no-tea" \
    "아직 no-tea라는 이미지가 없습니다. docker build --tag no-tea ~/no-tea 를 입력하세요."
fi
steps=$(docker history --no-trunc --format '{{.CreatedBy}}' no-tea)
case $steps in
  *"> /coffee.txt"*) ;;
  *)
    not_yet "The image no-tea does not stand on cafe: its history has no step that makes coffee.txt. Its Dockerfile has to begin with FROM cafe." \
      "no-tea 이미지가 cafe 위에 있지 않습니다. 히스토리에 coffee.txt를 만드는 단계가 없습니다. Dockerfile은 FROM cafe로 시작해야 합니다."
    ;;
esac
if ! printf '%s\n' "$steps" | grep -qE 'rm .*/?tea\.txt'; then
  not_yet "The history of no-tea has no step that deletes tea.txt. Save the Dockerfile with the button, and build again." \
    "no-tea의 히스토리에 tea.txt를 지우는 단계가 없습니다. 저장 버튼으로 Dockerfile을 저장하고 다시 빌드하세요."
fi
case $steps in
  *"> /tea.txt"*) ;;
  *)
    not_yet "The image no-tea never had any tea: its history has no step that makes tea.txt. Its Dockerfile has to begin with FROM cafe." \
      "no-tea 이미지에는 처음부터 차가 없었습니다. 히스토리에 tea.txt를 만드는 단계가 없습니다. Dockerfile은 FROM cafe로 시작해야 합니다."
    ;;
esac

#!/bin/sh
# Passed once board:monday is made of north, and the container monday of that.
set -eu
. check.sh

holds image_exists board:monday || not_yet "There is no image called board:monday yet. Type: docker commit north board:monday" \
  "아직 board:monday라는 이미지가 없습니다. docker commit north board:monday 를 입력하세요."
image_based_on board:monday board
base=$(docker image inspect --format '{{len .RootFS.Layers}}' board)
layers=$(docker image inspect --format '{{len .RootFS.Layers}}' board:monday)
if [ "$layers" -le "$base" ]; then
  not_yet "The image board:monday has no layer on top of those of board, so no change is in it. Make it from the container north: docker commit north board:monday" \
    "board:monday 이미지에는 board의 레이어 위에 얹힌 레이어가 없으니 바뀐 내용도 없습니다. docker commit north board:monday 로 north 컨테이너에서 만드세요."
fi
container_runs --name monday --from board:monday --port 8083:80
container_has_file monday /www/index.html 'Closed on Monday'

#!/bin/sh
# Passed once the page in the container north has the new notice, in that container only.
set -eu
. check.sh

container_runs --name north --from board --port 8081:80
container_has_file north /www/index.html 'Closed on Monday'
changes=$(docker diff north | head -c 100000)
case $changes in
  *'/www/index.html'*) ;;
  *)
    not_yet "The page in north is the one of its image: the image was built anew, and the container was made from it. Change the file in the running container, with docker exec." \
      "north의 페이지는 이미지에 있는 그대로입니다. 이미지를 새로 빌드해서 만든 컨테이너이기 때문입니다. 실행 중인 컨테이너 안의 파일을 docker exec 로 바꾸세요."
    ;;
esac

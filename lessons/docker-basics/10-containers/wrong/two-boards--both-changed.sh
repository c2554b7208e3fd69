#!/bin/sh
# The same notice was written into the second one.
# expect en: Expected “Welcome!” in the file “/www/index.html” of the container “south”
# expect ko: “south” 컨테이너의 “/www/index.html” 파일에 “Welcome!” 글이
set -eu
docker run --detach --name south --publish 8082:80 board
docker exec south sh -c 'echo Closed on Monday > /www/index.html'

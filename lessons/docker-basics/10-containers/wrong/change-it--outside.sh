#!/bin/sh
# The shell of the machine does what the > says, before docker exec begins.
# expect en: Expected “Closed on Monday” in the file “/www/index.html”
# expect ko: “/www/index.html” 파일에 “Closed on Monday” 글이 있어야
mkdir -p /www
docker exec north echo Closed on Monday > /www/index.html

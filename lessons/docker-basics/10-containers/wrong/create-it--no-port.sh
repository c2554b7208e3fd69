#!/bin/sh
# Nobody can reach it later.
# expect en: Expected the container “north” to publish a port
# expect ko: “north” 컨테이너는 “-p 8081:80” 옵션으로 포트를 열어야
set -eu
mkdir -p ~/board
cat > ~/board/Dockerfile <<'END'
FROM busybox
RUN mkdir /www; echo 'Welcome!' > /www/index.html
CMD ["httpd", "-f", "-v", "-p", "80", "-h", "/www"]
END
docker build --tag board ~/board
docker create --name north board

#!/bin/sh
set -eu
mkdir -p ~/board
cat > ~/board/Dockerfile <<'END'
FROM busybox
RUN mkdir /www; echo 'Welcome!' > /www/index.html
CMD ["httpd", "-f", "-v", "-p", "80", "-h", "/www"]
END
docker build --tag board ~/board
docker create --name north --publish 8081:80 board

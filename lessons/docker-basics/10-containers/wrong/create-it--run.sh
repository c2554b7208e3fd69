#!/bin/sh
# Created and started in one go.
# expect en: created and not yet started, but its state is: running
# expect ko: 생성만 되고 아직 시작되지 않은 상태여야 하는데
set -eu
mkdir -p ~/board
cat > ~/board/Dockerfile <<'END'
FROM busybox
RUN mkdir /www; echo 'Welcome!' > /www/index.html
CMD ["httpd", "-f", "-v", "-p", "80", "-h", "/www"]
END
docker build --tag board ~/board
docker run --detach --name north --publish 8081:80 board

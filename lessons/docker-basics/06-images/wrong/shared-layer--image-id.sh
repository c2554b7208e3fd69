#!/bin/sh
# The digest of the image, not of a layer.
# expect en: is neither a layer of cafe nor of bakery
# expect ko: cafe의 레이어도 bakery의 레이어도 아닙니다
set -eu
mkdir -p ~/bakery
cat > ~/bakery/Dockerfile <<'END'
FROM busybox
RUN echo 'Bread 2000' > /bread.txt
CMD ["cat", "/bread.txt"]
END
docker build --tag bakery ~/bakery
docker inspect --format '{{.Id}}' bakery > ~/shared.txt

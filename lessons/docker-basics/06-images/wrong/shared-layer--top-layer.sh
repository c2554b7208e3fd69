#!/bin/sh
# The layer at the top, where the two images differ.
# expect en: is only in bakery
# expect ko: 레이어는 bakery에만 있습니다
set -eu
mkdir -p ~/bakery
cat > ~/bakery/Dockerfile <<'END'
FROM busybox
RUN echo 'Bread 2000' > /bread.txt
CMD ["cat", "/bread.txt"]
END
docker build --tag bakery ~/bakery
docker inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' bakery | grep sha256 | tail -n 1 > ~/shared.txt

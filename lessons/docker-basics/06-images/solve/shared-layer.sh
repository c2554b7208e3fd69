#!/bin/sh
set -eu
mkdir -p ~/bakery
cat > ~/bakery/Dockerfile <<'END'
FROM busybox
RUN echo 'Bread 2000' > /bread.txt
CMD ["cat", "/bread.txt"]
END
docker build --tag bakery ~/bakery
docker inspect --format '{{index .RootFS.Layers 0}}' bakery > ~/shared.txt

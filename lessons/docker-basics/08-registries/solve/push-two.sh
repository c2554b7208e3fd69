#!/bin/sh
set -eu
mkdir -p ~/box
cat > ~/box/Dockerfile <<'END'
FROM busybox
RUN echo 'This is version 2.' > /version.txt
CMD ["cat", "/version.txt"]
END
docker build --tag localhost:5000/box:2 ~/box
docker push localhost:5000/box:2

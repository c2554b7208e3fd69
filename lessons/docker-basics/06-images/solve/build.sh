#!/bin/sh
set -eu
mkdir -p ~/cafe
cat > ~/cafe/Dockerfile <<'END'
FROM busybox
RUN echo 'Coffee 3000' > /coffee.txt
RUN echo 'Tea 2500' > /tea.txt
RUN echo 'Cake 4000' > /cake.txt
CMD ["cat", "/coffee.txt", "/tea.txt", "/cake.txt"]
END
docker build --tag cafe ~/cafe

#!/bin/sh
# All files in one step: one layer.
# expect en: one for each RUN, but saw 1
# expect ko: 레이어 세 개가 있어야 하는데 1개입니다
set -eu
mkdir -p ~/cafe
cat > ~/cafe/Dockerfile <<'END'
FROM busybox
RUN echo 'Coffee 3000' > /coffee.txt; echo 'Tea 2500' > /tea.txt; echo 'Cake 4000' > /cake.txt
CMD ["cat", "/coffee.txt", "/tea.txt", "/cake.txt"]
END
docker build --tag cafe ~/cafe

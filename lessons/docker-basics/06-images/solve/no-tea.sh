#!/bin/sh
set -eu
mkdir -p ~/no-tea
cat > ~/no-tea/Dockerfile <<'END'
FROM cafe
RUN rm /tea.txt
CMD ["ls", "/"]
END
docker build --tag no-tea ~/no-tea

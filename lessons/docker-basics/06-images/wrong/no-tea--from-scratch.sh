#!/bin/sh
# Built anew from busybox, without the tea.
# expect en: does not stand on cafe
# expect ko: cafe 위에 있지 않습니다
set -eu
mkdir -p ~/no-tea
cat > ~/no-tea/Dockerfile <<'END'
FROM busybox
RUN touch /tea.txt && rm /tea.txt
CMD ["ls", "/"]
END
docker build --tag no-tea ~/no-tea

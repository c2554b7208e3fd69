#!/bin/sh
# The same image today, but named by its tag.
# expect en: The container pinned was made from busybox:latest, which is not a name with a digest
# expect ko: 다이제스트가 있는 이름이 아닙니다
set -eu
docker run --name pinned busybox:latest echo exactly this one

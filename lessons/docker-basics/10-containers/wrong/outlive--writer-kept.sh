#!/bin/sh
# Both are there, so nothing has outlived anything.
# expect en: Expected the container “writer” to be gone
# expect ko: “writer” 컨테이너가 없어야 하는데
set -eu
docker volume create notes
docker run --name writer --volume notes:/data busybox sh -c 'echo Buy milk > /data/note.txt'
docker run --name reader --volume notes:/data busybox cat /data/note.txt

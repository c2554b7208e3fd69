#!/bin/sh
# Docker makes a new volume of any name that it does not know.
# expect en: Expected the container “reader” to have a mount “-v notes:/data”
# expect ko: “-v notes:/data” 옵션으로 마운트해야
docker volume create notes
docker run --name writer --volume notes:/data busybox sh -c 'echo Buy milk > /data/note.txt'
docker rm writer
docker run --name reader --volume note:/data busybox cat /data/note.txt

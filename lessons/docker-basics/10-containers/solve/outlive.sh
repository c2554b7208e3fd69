#!/bin/sh
set -eu
docker volume create notes
docker run --name writer --volume notes:/data busybox sh -c 'echo Buy milk > /data/note.txt'
docker rm writer
docker run --name reader --volume notes:/data busybox cat /data/note.txt

#!/bin/sh
# The image has no name at all: --tag was left out.
# expect en: There is no image called cafe yet
# expect ko: 아직 cafe라는 이미지가 없습니다
set -eu
mkdir -p ~/cafe
printf '%s\n' 'FROM busybox' 'RUN echo tea > /tea.txt' > ~/cafe/Dockerfile
docker build ~/cafe

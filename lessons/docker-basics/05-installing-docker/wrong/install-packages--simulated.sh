#!/bin/sh
# A rehearsal installs nothing.
# expect en: The package docker.io is not installed yet
# expect ko: docker.io 패키지가 아직 설치되지 않았습니다
set -eu
apt-get update
apt-get install --simulate docker.io docker-cli docker-buildx docker-compose

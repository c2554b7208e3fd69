#!/bin/sh
# The command alone: nobody does the work.
# expect en: The package docker.io is not installed yet
# expect ko: docker.io 패키지가 아직 설치되지 않았습니다
set -eu
apt-get update
apt-get install -y docker-cli

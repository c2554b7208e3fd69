#!/bin/sh
# Passed once all four packages are installed.
# engine optional
set -eu
. check.sh

for package in docker.io docker-cli docker-buildx docker-compose; do
  holds package_installed $package || not_yet \
    "The package $package is not installed yet. Type: apt-get install -y $package" \
    "$package 패키지가 아직 설치되지 않았습니다. apt-get install -y $package 를 입력하세요."
done

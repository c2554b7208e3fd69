#!/bin/sh
# Built again from the old Dockerfile: everything comes from the cache.
# expect en: The image cafe still has the old price
# expect ko: cafe 이미지의 가격이 아직 그대로입니다
set -eu
docker images --quiet cafe > ~/old-cafe.txt
docker build --tag cafe ~/cafe

#!/bin/sh
# The tag that was not typed is missing.
# expect en: The full name of python has a tag, but you have written docker.io/library/python
# expect ko: python 의 전체 이름에는 태그가 있어야
set -eu
cat > ~/names.txt <<'END'
busybox = docker.io/library/busybox:latest
nginx:1.27 = docker.io/library/nginx:1.27
openjdk:8-alpine = docker.io/library/openjdk:8-alpine
jenkins/jenkins:lts = docker.io/jenkins/jenkins:lts
python = docker.io/library/python
quay.io/prometheus/prometheus = quay.io/prometheus/prometheus:latest
localhost:5000/shop/cart:7 = localhost:5000/shop/cart:7
END

#!/bin/sh
# A registry in front of another registry.
# expect en: docker.io does not come in front of it
# expect ko: 앞에 docker.io가 붙지 않는데
set -eu
cat > ~/names.txt <<'END'
busybox = docker.io/library/busybox:latest
nginx:1.27 = docker.io/library/nginx:1.27
openjdk:8-alpine = docker.io/library/openjdk:8-alpine
jenkins/jenkins:lts = docker.io/jenkins/jenkins:lts
python = docker.io/library/python:latest
quay.io/prometheus/prometheus = docker.io/quay.io/prometheus/prometheus:latest
localhost:5000/shop/cart:7 = localhost:5000/shop/cart:7
END

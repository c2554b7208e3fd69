#!/bin/sh
set -eu
cat > ~/names.txt <<'END'
busybox = docker.io/library/busybox:latest
nginx:1.27 = docker.io/library/nginx:1.27
openjdk:8-alpine = docker.io/library/openjdk:8-alpine
jenkins/jenkins:lts = docker.io/jenkins/jenkins:lts
python = docker.io/library/python:latest
quay.io/prometheus/prometheus = quay.io/prometheus/prometheus:latest
localhost:5000/shop/cart:7 = localhost:5000/shop/cart:7
END

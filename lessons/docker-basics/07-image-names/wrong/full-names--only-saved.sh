#!/bin/sh
# The form as it was saved, with nothing filled in.
# expect en: Nothing stands behind nginx:1.27 = yet
# expect ko: nginx:1.27 = 뒤에 아직 아무것도 없습니다
set -eu
cat > ~/names.txt <<'END'
busybox = docker.io/library/busybox:latest
nginx:1.27 =
openjdk:8-alpine =
jenkins/jenkins:lts =
python =
quay.io/prometheus/prometheus =
localhost:5000/shop/cart:7 =
END

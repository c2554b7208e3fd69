#!/bin/sh
# No Python in it.
# expect en: python:3-alpine
# expect ko: python:3-alpine
set -eu
cd ~/shop
docker pull python:3-alpine
printf 'FROM busybox\nWORKDIR /app\nCOPY app.py .\nEXPOSE 8000\nCMD ["python", "app.py"]\n' > Dockerfile
docker build --tag shop:1 .

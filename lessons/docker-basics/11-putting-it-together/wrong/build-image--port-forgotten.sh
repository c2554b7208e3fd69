#!/bin/sh
# Everything but the port.
# expect en: 8000
# expect ko: 8000
set -eu
cd ~/shop
docker pull python:3-alpine
printf 'FROM python:3-alpine\nWORKDIR /app\nCOPY app.py .\nCMD ["python", "app.py"]\n' > Dockerfile
docker build --tag shop:1 .

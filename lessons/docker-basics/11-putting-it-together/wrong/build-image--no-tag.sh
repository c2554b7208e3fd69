#!/bin/sh
# Built under another name.
# expect en: shop:1
# expect ko: shop:1
set -eu
cd ~/shop
printf 'FROM python:3-alpine\nWORKDIR /app\nCOPY app.py .\nEXPOSE 8000\nCMD ["python", "app.py"]\n' > Dockerfile
docker build --tag shop .

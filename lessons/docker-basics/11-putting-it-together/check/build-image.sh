#!/bin/sh
# Passed once shop:1 is the image that was asked for.
set -eu
. check.sh

image_exists shop:1
image_based_on shop:1 python:3-alpine
image_has_config shop:1 --workdir /app --port 8000 --cmd "python app.py"

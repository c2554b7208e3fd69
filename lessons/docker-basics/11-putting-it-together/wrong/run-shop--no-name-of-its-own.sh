#!/bin/sh
# The variable was forgotten.
# expect en: Welcome to Blue Whale
# expect ko: Welcome to Blue Whale
set -eu
docker run --detach --name shop --publish 8080:8000 shop:1

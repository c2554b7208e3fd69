#!/bin/sh
# It ran, under a made-up name.
# expect en: installed
# expect ko: installed
set -eu
docker run hello-world

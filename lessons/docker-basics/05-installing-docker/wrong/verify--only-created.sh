#!/bin/sh
# A container that has never run.
# expect en: installed
# expect ko: installed
set -eu
docker create --name installed hello-world

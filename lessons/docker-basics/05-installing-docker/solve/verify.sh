#!/bin/sh
set -eu
docker run --name installed hello-world

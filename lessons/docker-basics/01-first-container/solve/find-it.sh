#!/bin/sh
set -eu
docker rename "$(docker ps --all --quiet --latest --filter ancestor=hello-world)" greeting

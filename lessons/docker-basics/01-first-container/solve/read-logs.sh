#!/bin/sh
set -eu
docker logs greeting > ~/greeting.txt

#!/bin/sh
set -eu
docker inspect --format '{{index .RepoDigests 0}}' busybox > ~/digest.txt
docker pull "$(cat ~/digest.txt)"
docker run --name pinned "$(cat ~/digest.txt)" echo exactly this one

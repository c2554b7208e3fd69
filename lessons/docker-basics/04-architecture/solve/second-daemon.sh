#!/bin/sh
set -eu
service docker-second start
DOCKER_HOST=unix:///run/docker-second.sock docker run --name visitor hello-world

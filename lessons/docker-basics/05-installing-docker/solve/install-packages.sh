#!/bin/sh
set -eu
apt-get update
apt-get install -y docker.io docker-cli docker-buildx docker-compose

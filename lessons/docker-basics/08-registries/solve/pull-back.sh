#!/bin/sh
set -eu
docker rmi localhost:5000/box:1 localhost:5000/box:2
docker pull localhost:5000/box:2

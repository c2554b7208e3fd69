#!/bin/sh
set -eu
docker run hello-world

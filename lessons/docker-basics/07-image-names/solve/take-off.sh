#!/bin/sh
set -eu
docker rmi toolbox

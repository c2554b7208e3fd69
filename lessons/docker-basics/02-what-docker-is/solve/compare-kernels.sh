#!/bin/sh
set -eu
uname -r > ~/kernels.txt
docker exec box uname -r >> ~/kernels.txt

#!/bin/sh
set -eu
docker exec north sh -c 'echo Closed on Monday > /www/index.html'

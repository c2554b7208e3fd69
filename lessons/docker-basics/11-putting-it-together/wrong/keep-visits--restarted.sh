#!/bin/sh
# A restart keeps the layer, but there is no volume.
# expect en: visits:/data
# expect ko: visits:/data
set -eu
docker volume create visits
docker restart --time 1 shop

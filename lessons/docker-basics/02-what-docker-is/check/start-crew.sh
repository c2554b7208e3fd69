#!/bin/sh
# Passed once crew-1, crew-2 and crew-3, made from busybox, are all running.
set -eu
. check.sh

for n in 1 2 3; do
  container_runs --name "crew-$n" --from busybox
done

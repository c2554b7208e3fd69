#!/bin/sh
set -eu
pgrep --full 'sleep 3000' > ~/pid.txt

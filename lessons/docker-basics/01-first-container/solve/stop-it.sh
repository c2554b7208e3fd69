#!/bin/sh
set -eu
docker stop --time 1 clock

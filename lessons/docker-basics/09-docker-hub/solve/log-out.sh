#!/bin/sh
set -eu
docker logout localhost:5001

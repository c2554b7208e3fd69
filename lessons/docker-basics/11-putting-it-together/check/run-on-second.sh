#!/bin/sh
# Passed once the second daemon runs the shop from the registry, under its own name.
set -eu
. check.sh

on_engine /run/docker-second.sock container_runs --name shop --from first:5000/shop:1 --port 80:8000 --env "SHOP_NAME=Second Whale"

#!/bin/sh
# Passed once the shop answers under its name.
set -eu
. check.sh

container_runs --name shop --from shop:1 --port 8080:8000
port_answers 8080 "Welcome to Blue Whale"

#!/bin/sh
set -eu
cat /etc/os-release > ~/system.txt

#!/bin/sh
# The right text in a file of another name.
# expect en: system.txt
# expect ko: system.txt
set -eu
cat /etc/os-release > ~/os-release

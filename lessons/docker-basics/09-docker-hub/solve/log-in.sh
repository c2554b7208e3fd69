#!/bin/sh
set -eu
echo lovelace | docker login --username ada --password-stdin localhost:5001

#!/bin/sh
set -eu
docker rm greeting

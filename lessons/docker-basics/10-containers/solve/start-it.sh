#!/bin/sh
set -eu
docker start north

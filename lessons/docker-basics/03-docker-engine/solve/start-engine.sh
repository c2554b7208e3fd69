#!/bin/sh
set -eu
service docker start

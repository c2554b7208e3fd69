#!/bin/sh
# This only asks whether it runs.
# expect en: Expected Docker to answer on your machine, but it does not
# expect ko: 머신의 도커가 응답해야 하는데 응답이 없습니다
set -eu
service docker status

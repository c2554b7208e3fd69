#!/bin/sh
# An error, but of another kind: the daemon was never stopped.
# expect en: Expected Docker to be stopped, but it still answers
# expect ko: 도커가 멈춰 있어야 하는데 아직 응답합니다
set -eu
docker logs nobody 2> ~/error.txt

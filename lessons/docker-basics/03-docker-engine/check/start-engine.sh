#!/bin/sh
# Passed once the daemon, which was stopped in the task before, answers again and has robot still.
# engine optional
set -eu
. check.sh

if ! holds file_contains ~/error.txt 'Cannot connect to the Docker daemon'; then
  not_yet "There is no error.txt of a stopped daemon. Do the task before this one first, and keep its file." \
    "데몬을 멈췄을 때의 오류가 담긴 error.txt가 없습니다. 바로 앞 과제를 먼저 하고 파일을 남겨 두세요."
fi
engine_answers
container_exists --name robot

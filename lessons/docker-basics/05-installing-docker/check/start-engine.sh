#!/bin/sh
# Passed once the Engine answers.
# engine optional
set -eu
. check.sh

holds engine_answers || not_yet \
  "The Engine does not answer: the service is not running. Type: service docker start" \
  "엔진이 응답하지 않습니다. 서비스가 실행 중이 아닙니다. service docker start 를 입력하세요."

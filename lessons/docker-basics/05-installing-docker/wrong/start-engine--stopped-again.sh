#!/bin/sh
# Started, and stopped again.
# expect en: The Engine does not answer
# expect ko: 엔진이 응답하지 않습니다
set -eu
service docker start
service docker stop

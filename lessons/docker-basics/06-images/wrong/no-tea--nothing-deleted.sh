#!/bin/sh
# Only another name for cafe.
# expect en: has no step that deletes tea.txt
# expect ko: tea.txt를 지우는 단계가 없습니다
set -eu
docker tag cafe no-tea

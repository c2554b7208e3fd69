#!/bin/sh
# A container that sleeps has not stopped.
# expect en: The container clock is paused
# expect ko: 일시 정지된 상태일 뿐
set -eu
docker pause clock

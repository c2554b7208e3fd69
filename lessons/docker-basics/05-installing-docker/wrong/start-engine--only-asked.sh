#!/bin/sh
# Asking how it is does not start it.
# expect en: The Engine does not answer
# expect ko: 엔진이 응답하지 않습니다
service docker status

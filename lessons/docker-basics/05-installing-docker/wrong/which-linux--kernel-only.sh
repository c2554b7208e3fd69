#!/bin/sh
# The kernel's version says nothing about the distribution.
# expect en: does not say which Linux this is
# expect ko: 어떤 리눅스인지 적혀 있지 않습니다
set -eu
uname -a > ~/system.txt

#!/bin/sh
# The password itself instead of a hash.
# expect en: is not a bcrypt hash
# expect ko: bcrypt 해시가 아닙니다
set -eu
mkdir -p ~/auth
echo ada:lovelace > ~/auth/htpasswd

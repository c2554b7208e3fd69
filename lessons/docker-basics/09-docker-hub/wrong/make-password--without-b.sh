#!/bin/sh
# The old kind of hash, which registries refuse.
# expect en: is not a bcrypt hash
# expect ko: bcrypt 해시가 아닙니다
set -eu
mkdir -p ~/auth
htpasswd -bn ada lovelace > ~/auth/htpasswd

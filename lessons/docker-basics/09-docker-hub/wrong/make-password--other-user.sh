#!/bin/sh
# A password, but for somebody else.
# expect en: no line for the user ada
# expect ko: 사용자 ada 항목이 없습니다
set -eu
mkdir -p ~/auth
htpasswd -Bbn grace lovelace > ~/auth/htpasswd

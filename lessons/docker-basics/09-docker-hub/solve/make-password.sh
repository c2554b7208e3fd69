#!/bin/sh
set -eu
mkdir -p ~/auth
htpasswd -Bbn ada lovelace > ~/auth/htpasswd

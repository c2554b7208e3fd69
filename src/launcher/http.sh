# shellcheck shell=bash
# As much HTTP as the launcher needs, without a program that might not be installed.

# Where the server listens; at 0.0.0.0 and ::, all of this computer's addresses lead to it.
SERVER_HOST=127.0.0.1
SERVER_SCHEME=http

# http_get PORT PATH [COOKIE]: prints the answer's head and body. In a process of its own: a peer that closes early
# must not end the launcher.
http_get() (
  port=$1 path=$2 cookie=${3:-}
  { exec {fd}<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || exit 1
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\nAccept: text/html, */*\r\n%s\r\n' \
    "$path" "$port" "${cookie:+Cookie: $cookie$'\r\n'}" 1>&"$fd" 2>/dev/null || exit 1
  timeout 10 cat <&"$fd" 2>/dev/null | tr -d '\0' || true
)

# http_status PORT PATH: the status code; nothing where nobody answers.
http_status() (
  port=$1 path=$2
  { exec {fd}<>"/dev/tcp/$SERVER_HOST/$port"; } 2>/dev/null || exit 1
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$path" "$port" 1>&"$fd" 2>/dev/null || exit 1
  read -r -t 5 -u "$fd" _ status _ || exit 1
  echo "$status"
)

# healthy PORT; where it speaks TLS, that it is there has to do: it listens when all else is ready.
healthy() { if [[ $SERVER_SCHEME == https ]]; then port_taken "$1"; else [[ $(http_status "$1" /actuator/health) == 200 ]]; fi; }

port_taken() { (exec {fd}<>"/dev/tcp/$SERVER_HOST/$1") 2>/dev/null; }

# who_has_port PORT: the program's name and number where this user can see it.
who_has_port() {
  local seen=''
  if command -v ss >/dev/null; then
    seen=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p' | head -n 1)
  fi
  echo "${seen:-another program}"
}

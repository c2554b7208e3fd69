# shellcheck shell=dash disable=SC1111,SC2154
# Asking the machine's Engine, or another daemon of its.

# Where answers are kept for a moment. Nobody but this check sees the directory.
_answer=$HOME/answer
_text=$HOME/text

# The socket of on_engine; empty: the machine's own.
_socket=

# on_engine SOCKET HELPER ARGUMENT...: the helper asks the daemon that listens there
on_engine() {
  _given 'on_engine SOCKET HELPER ARGUMENT...' 2 2 ${1+"$1"} ${2+"$2"}
  case $1 in
    /*) _socket=$1 ;;
    *) _misused "$1 is not the absolute path of a socket" ;;
  esac
  shift
  _asked=0
  "$@" || _asked=$?
  _socket=
  return "$_asked"
}

# Runs one of our own programs with the Engine that is asked as descriptor 9.
_with_engine() {
  if [ -n "$_socket" ]; then
    machine-engine "$_socket" "$@"
  else
    "$@"
  fi
}

# engine PATH [NAME=VALUE]...: asks; leaves the answer in $_answer, its status in $_status
engine() {
  _path=$1
  shift
  for _parameter; do
    shift
    set -- "$@" --data-urlencode "$_parameter"
  done
  _status=$(_with_engine curl --silent --show-error --get --max-time 5 --max-filesize 4194304 \
    --unix-socket /proc/self/fd/9 --output "$_answer" --write-out '%{http_code}' "$@" "http://docker/v1.41$_path") \
    || _engine_silent $? "$_path"
  case $_status in
    200 | 404 | 503) ;;
    *) broken "The Engine answers $_status when asked for $_path: $(head -c 300 "$_answer")" ;;
  esac
}

# Not connected, too late, cut off, no Engine at that socket: that is the learner's daemon. All else is the check's trouble.
_engine_silent() {
  case $1 in
    7 | 28 | 52 | 56 | 69) ;;
    *) broken "The Engine cannot be asked for $2: curl has ended with $1." ;;
  esac
  _where=$_socket _socket=
  [ -z "$_where" ] || not_yet \
    "Expected a Docker daemon at the socket “$_where”, but none answers there. Start it, and look at what it writes." \
    "“$_where” 소켓에서 도커 데몬이 응답해야 하는데 응답이 없습니다. 데몬을 띄우고 출력되는 내용을 살펴보세요."
  not_yet \
    "Expected Docker to answer on your machine, but it does not. “service docker start” starts it." \
    "머신의 도커가 응답해야 하는데 응답이 없습니다. “service docker start” 명령으로 시작하세요."
}

# read_answer FILTER [JQ OPTIONS]...: prints what jq finds in the answer
read_answer() {
  _filter=$1
  shift
  jq -r "$@" "$_filter" "$_answer"
}

# A name in a path must not be able to leave it.
_escape() {
  printf '%s' "$1" | jq -sRr '@uri'
}

# Leaves the first line of standard input that says anything, shortened, in $_seen.
_shorten() {
  _seen=$(tr -d '\000-\011\013-\037\177' | grep -am 1 '[^ ]' | head -c 300 | iconv -c -f UTF-8 -t UTF-8 | jq -Rr '.[:80]') || _seen=
}

engine_answers() {
  _given 'engine_answers' 0 0 "$@"
  engine /_ping
}

engine_stopped() {
  _given 'engine_stopped' 0 0 "$@"
  if _with_engine curl --silent --max-time 3 --unix-socket /proc/self/fd/9 --output "$_answer" http://docker/_ping 2> /dev/null; then
    not_yet \
      "Expected Docker to be stopped, but it still answers. “service docker stop” stops the one of your machine." \
      "도커가 멈춰 있어야 하는데 아직 응답합니다. 머신의 도커는 “service docker stop” 명령으로 멈춥니다."
  fi
}

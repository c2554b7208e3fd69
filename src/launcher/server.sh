# shellcheck shell=bash
# The server as a process: started so that it can always be found again, watched until it answers, stopped gently.

START_LIMIT=120
STOP_LIMIT=25
# The server runs for long enough to be worth both compilers. Its heap begins small and gives back what it does not need: Java would begin with
# a 64th of the host's memory, and fill it before it looks for what can go.
SERVER_JAVA_OPTIONS=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xms64m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40)
# Commands end before the second one earns anything; with the first alone a start takes half the processor time.
JAVA_OPTIONS=("${SERVER_JAVA_OPTIONS[@]}" -XX:TieredStopAtLevel=1)
# Further options of the server, for this start.
SERVER_OPTIONS=()

# server_pid: the number of the server that works on DATA, if it is alive. The process must say so itself: a number in a
# file may meanwhile belong to somebody else's program.
server_pid() {
  local pid
  [[ -s $DATA/server.pid ]] || return 1
  pid=$(<"$DATA/server.pid")
  [[ $pid =~ ^[0-9]+$ ]] && is_our_server "$pid" && echo "$pid"
}

is_our_server() {
  local arguments tries
  for tries in 1 2 3 4 5; do
    [[ -e /proc/$1 ]] && ! is_zombie "$1" || return 1
    mapfile -d '' -t arguments < <(cat "/proc/$1/cmdline" 2>/dev/null || true)
    ((${#arguments[@]} == 0)) || break
    # In the instant in which a process becomes another program it has no arguments.
    nap "0.0$tries"
  done
  is_among "--drydock.data=$DATA" "${arguments[@]}"
}

is_zombie() { [[ $(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null || true) == [ZX]* ]]; }

# name_server_command PORT [JVM OPTION…]: sets SERVER_COMMAND, the server's whole command line.
name_server_command() {
  local port=$1 own
  shift
  read -r -a own <<<"${DRYDOCK_JAVA_OPTIONS:-}"
  SERVER_COMMAND=("$JAVA" "${SERVER_JAVA_OPTIONS[@]}" "${own[@]}" "$@" -jar "$APP/drydock.jar"
    "--server.port=$port" "--drydock.data=$DATA" "--drydock.lessons=${LESSONS:-$CHECKOUT/lessons}" "${SERVER_OPTIONS[@]}"
    "--drydock.machine.image=drydock/machine:${INSTANCE:-}" "--drydock.mirror.image=drydock/mirror:${INSTANCE:-}")
}

# spawn_server PORT LOG [JVM OPTION…]: the number is on disk before java runs, so a launcher that is killed in between
# leaves nothing that the next one cannot find.
spawn_server() {
  local port=$1 log=$2
  shift 2
  name_server_command "$port" "$@"
  (umask 077 && echo "$port" >"$DATA/server.port")
  # shellcheck disable=SC2016 # expanded by the inner shell
  (cd "$CHECKOUT" && unlock_all && exec {NAP_FD}>&- && umask 077 && exec setsid sh -c \
    'echo $$ >"$1.new" && mv "$1.new" "$1" && shift && exec "$@"' sh "$DATA/server.pid" \
    "${SERVER_COMMAND[@]}" </dev/null >"$log" 2>&1) &
  SERVER_JOB=$!
  local deadline=$((SECONDS + 10))
  until server_pid >/dev/null; do
    kill -0 "$SERVER_JOB" 2>/dev/null && ((SECONDS < deadline)) || return 1
    nap 0.02
  done
}

# await_server PORT: until it answers, or the end, with its own words.
await_server() {
  local port=$1 deadline=$((SECONDS + START_LIMIT)) pid
  until healthy "$port"; do
    if ! pid=$(server_pid); then server_died "$port"; fi
    if ((SECONDS >= deadline)); then
      fail "the server (process $pid) is alive, but did not become ready within $START_LIMIT seconds" \
        "read $DATA/logs/server.log; ./drydock down stops it"
    fi
    nap 0.05
  done
}

server_died() {
  local log=$DATA/logs/server.log
  rm -f "$DATA/server.pid" "$DATA/server.port"
  printf '%s\n' "${RED}drydock: the server ended while starting. Its last words:${PLAIN}" >&2
  last_words "$log" | cut -c 1-200 | sed 's/^/  | /' >&2
  if port_taken "$1"; then port_is_taken "$1"; fi
  fail "Drydock is not running" "mend what the lines above name (all of it is in $log), then run ./drydock up again"
}

# The framework explains many failures under this heading; else the end of the log has to do.
last_words() {
  if grep -q '^Description:' "$1" 2>/dev/null; then
    sed -n '/^Description:/,$p' "$1" | grep -v '^[[:space:]]*$' | head -n 12
  else
    tail -n 15 "$1" 2>/dev/null
  fi
}

port_is_taken() {
  fail "port $1 is taken by $(who_has_port "$1")" "choose another: ./drydock up --port $(($1 + 1)); or stop that program"
}

# await_end PID SECONDS
await_end() {
  local pid=$1 deadline=$((SECONDS + $2))
  while kill -0 "$pid" 2>/dev/null && ! is_zombie "$pid"; do
    ((SECONDS < deadline)) || return 1
    nap 0.05
  done
}

# stop_server: asks, waits, insists. Says nothing where there is no server.
stop_server() {
  local pid
  if pid=$(server_pid); then
    step "stopping the server …"
    kill -TERM "$pid" 2>/dev/null || fail "the server (process $pid) belongs to another user" "run this as that user"
    if ! await_end "$pid" "$STOP_LIMIT"; then
      warn "the server did not stop within $STOP_LIMIT seconds and is ended by force"
      kill -KILL "$pid" 2>/dev/null || true
      await_end "$pid" 5 || true
    fi
  fi
  rm -f "$DATA/server.pid" "$DATA/server.port"
}

# end_stray DATA: a training server whose launcher was killed.
end_stray() (
  DATA=$(cd -P "$1" 2>/dev/null && pwd -P) || exit 0
  ! pid=$(server_pid) || kill -KILL "$pid" 2>/dev/null || true
)

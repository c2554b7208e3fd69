# shellcheck shell=bash
# The container engine: which client to use, whether the engine answers, and how to start it.

API_NEEDED=1.41
DAEMON_WAIT=30

# find_docker: sets DOCKER, the client for everything but building.
find_docker() {
  DOCKER=$(command -v docker) && return 0
  DOCKER=$SYSROOT/usr/bin/docker
  [[ -x $DOCKER ]]
}

# use_context_host: the server reads DOCKER_HOST and knows nothing of the client's contexts, so name the chosen one's.
use_context_host() {
  local host config=${DOCKER_CONFIG:-${HOME:-/root}/.docker}/config.json
  [[ -z ${DOCKER_HOST:-} ]] || return 0
  [[ -n ${DOCKER_CONTEXT:-} ]] || grep -qs '"currentContext"' "$config" || return 0
  host=$("$DOCKER" context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null) || return 0
  [[ -z $host || $host == unix:///var/run/docker.sock ]] || export DOCKER_HOST=$host
}

# look_at_engine: sets ENGINE_STATE to ok, old, stopped, denied, silent or failing; ENGINE_VERSION and ENGINE_API where
# it answers, ENGINE_SAID where it does not.
look_at_engine() {
  local answer status=0
  ENGINE_VERSION='' ENGINE_API='' ENGINE_SAID=''
  answer=$(timeout 15 "$DOCKER" version --format '{{.Server.APIVersion}} {{.Server.Version}}' 2>&1) || status=$?
  if ((status == 0)); then
    read -r ENGINE_API ENGINE_VERSION <<<"$answer"
    if api_at_least "$ENGINE_API" "$API_NEEDED"; then ENGINE_STATE=ok; else ENGINE_STATE=old; fi
    return 0
  fi
  ENGINE_SAID=$(grep -v '^[[:space:]]*$' <<<"$answer" | tail -n 1) || true
  if ((status == 124)); then
    ENGINE_STATE=silent
  elif [[ $answer == *[Pp]'ermission denied'* ]]; then
    ENGINE_STATE=denied
  elif [[ $answer == *'annot connect'* || $answer == *'no such file'* || $answer == *'connection refused'* ]]; then
    ENGINE_STATE=stopped
  else
    ENGINE_STATE=failing
  fi
}

api_at_least() {
  [[ $1 =~ ^[0-9]+\.[0-9]+$ ]] || return 1
  ((${1%%.*} > ${2%%.*} || (${1%%.*} == ${2%%.*} && ${1##*.} >= ${2##*.})))
}

# What each state means and what helps: one place for up, test and doctor.
engine_words() {
  case $ENGINE_STATE in
    old) echo "the engine is version $ENGINE_VERSION and speaks API $ENGINE_API, but $API_NEEDED is the least that works" ;;
    stopped) echo "the container engine is not running${DOCKER_HOST:+ at $DOCKER_HOST}" ;;
    denied) echo "$(id -un) may not use the container engine's socket${DOCKER_HOST:+ at $DOCKER_HOST}" ;;
    silent) echo "the container engine did not answer within 15 seconds" ;;
    *) echo "the container engine cannot be used; its client says: $ENGINE_SAID" ;;
  esac
}

engine_remedy() {
  case $ENGINE_STATE in
    old) echo "install Docker Engine 20.10 or newer" ;;
    stopped)
      if [[ -n ${DOCKER_HOST:-} ]]; then
        echo "start the engine there, or unset DOCKER_HOST to use this machine's"
      else
        echo "start it (as root: systemctl start docker, or where there is no systemd: dockerd), then try again"
      fi
      ;;
    denied)
      echo "join the group that may (as root: usermod -aG docker $(id -un); then sign in again), or run the launcher" \
        "with sudo. Whoever may use that socket is as good as root"
      ;;
    silent) echo "look at the engine's log (journalctl -u docker, or /var/log/docker.log) and restart it" ;;
    *) echo "see that 'docker version' works, then try again" ;;
  esac
}

# need_engine: the engine answers and is new enough, started first where that is ours to do; or the end.
need_engine() {
  find_docker || fail "there is no docker client" "install Docker Engine (Debian, Ubuntu: apt-get install docker.io)"
  use_context_host
  look_at_engine
  if [[ $ENGINE_STATE == stopped && -z ${DOCKER_HOST:-} && $(id -u) == 0 ]]; then
    start_engine
  fi
  [[ $ENGINE_STATE == ok ]] || fail "$(engine_words)" "$(engine_remedy)"
}

start_engine() {
  local log=$SYSROOT/var/log/docker.log
  step "starting the container engine …"
  if [[ -d $SYSROOT/run/systemd/system ]]; then
    free_of_locks systemctl start docker || fail "systemctl could not start the engine" "read: journalctl -u docker"
  elif [[ -d $SYSROOT/run/openrc ]]; then
    free_of_locks rc-service docker start || fail "rc-service could not start the engine" "read $log"
  else
    [[ -w ${log%/*} ]] || log=$LOGS/docker.log
    start_daemon_by_hand "$log"
  fi
  await_engine "$log"
}

# No service manager: the daemon runs on its own, and stays when the launcher ends.
start_daemon_by_hand() {
  local log=$1 dockerd
  dockerd=$(command -v dockerd) || fail "there is no dockerd" "install Docker Engine (Debian, Ubuntu: apt-get install docker.io)"
  ! command -v cgroupfs-mount >/dev/null || cgroupfs-mount || true
  forget_stale_daemon "$SYSROOT/var/run/docker.pid"
  (free_of_locks setsid "$dockerd" </dev/null >>"$log" 2>&1 &)
}

# After a crash or a restart of a container the old number may be some other program's; dockerd would refuse to start.
forget_stale_daemon() {
  local pid
  [[ -s $1 ]] || return 0
  pid=$(<"$1")
  [[ $pid =~ ^[0-9]+$ && -r /proc/$pid/comm && $(<"/proc/$pid/comm") == dockerd ]] || rm -f "$1"
}

await_engine() {
  local log=$1 deadline=$((SECONDS + DAEMON_WAIT))
  while look_at_engine && [[ $ENGINE_STATE != ok ]]; do
    if ((SECONDS >= deadline)); then
      [[ ! -r $log ]] || tail -n 8 "$log" | cut -c 1-200 | sed 's/^/  | /' >&2
      fail "the container engine did not come up within $DAEMON_WAIT seconds" "read ${log} and start it by hand"
    fi
    nap 0.3
  done
}

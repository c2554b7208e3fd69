# shellcheck shell=bash
# ./drydock up: from a fresh checkout, or from anything a killed run left behind, to an address that works.

command_up() {
  local port='' data='' detach='' address=''
  while (($# > 0)); do
    case $1 in
      --port) need_value "$1" $# && port=$2 && shift ;;
      --data) need_value "$1" $# && data=$2 && shift ;;
      --detach | -d) detach=yes ;;
      --classroom) CLASSROOM=yes ;;
      --address) need_value "$1" $# && address=$2 && shift ;;
      --name) need_value "$1" $# && add_name "$2" && shift ;;
      --tls-certificate) need_value "$1" $# && find_tls_file "$1" "$2" && TLS_CERTIFICATE=$TLS_FILE && shift ;;
      --tls-key) need_value "$1" $# && find_tls_file "$1" "$2" && TLS_KEY=$TLS_FILE && shift ;;
      --tls-self-signed) TLS_SELF_SIGNED=yes ;;
      --behind-proxy) need_value "$1" $# && BEHIND_PROXY=$2 && shift ;;
      --code) need_value "$1" $# && check_code "$2" && shift ;;
      --yes | -y) ASSUME_YES=yes ;;
      --help | -h) help_up && return 0 ;;
      *) unknown_option "$1" up ;;
    esac
    shift
  done
  if [[ -n $address ]]; then
    choose_address "$address" "$port"
    port=$PORT_ASKED
  fi
  check_tls_options
  check_classroom_options
  [[ -z $port || ($port =~ ^[0-9]{1,5}$ && $port -ge 1 && $port -le 65535) ]] \
    || fail "'$port' is not a port" "give a number from 1 to 65535, for example --port 8081"
  choose_data "$data"
  open_data
  ! use_running_server "$port" || return 0
  lock_data
  ! use_running_server "$port" || return 0
  port=${port:-8080}
  ! port_taken "$port" || port_is_taken "$port"
  prepare
  start_server "$port"
  unlock_all
  announce "$port"
  if [[ -n $detach ]]; then
    say "It goes on running; ./drydock down stops it."
  else
    serve
  fi
}

# use_running_server [PORT]: nothing to do but to print a fresh address.
use_running_server() {
  local wanted=$1 port
  server_pid >/dev/null && [[ -s $DATA/server.port ]] || return 1
  port=$(<"$DATA/server.port")
  [[ -z $wanted || $wanted == "$port" ]] \
    || fail "Drydock is already running for this data directory, at port $port" \
      "use that one (./drydock up prints an address), or ./drydock down first; --data DIR makes a second one"
  join_running
  await_server "$port"
  say "Drydock is already running."
  WAS_RUNNING=yes
  announce "$port"
}

# prepare: whatever is missing or out of date, in the order in which one needs the other.
prepare() {
  local jar_hash image_hash stale=''
  jar_hash=$(source_hash "${JAR_SOURCES[@]}")
  image_hash=$(source_hash "${IMAGE_SOURCES[@]}")
  jar_is_current "$jar_hash" || stale=yes
  want_programs "$stale"
  need_engine
  need_apparmor_profile
  lock_target
  [[ -z $stale ]] || jar_is_current "$jar_hash" || build_jar "$jar_hash"
  images_are_current "$image_hash" || build_images "$image_hash"
  need_egress_image
  forget_old_images
  unpack_jar
  prepare_cache
}

# want_programs [STALE]: the programs for a start, and for a build where one is due.
want_programs() {
  local package
  if ! find_docker || { [[ -z ${DOCKER_HOST:-} ]] && ! command -v dockerd >/dev/null && [[ ! -S $SYSROOT/var/run/docker.sock ]]; }; then
    ! can_install || refresh_package_lists
    for package in docker.io $(available_of docker-cli docker-buildx) iptables; do
      want "$package" "the container engine that runs the learners' machines"
    done
  fi
  if ! find_jdk; then
    ! can_install || refresh_package_lists
    package_available "openjdk-$JDK_NEEDED-jdk-headless" || fail "there is no JDK $JDK_NEEDED or newer" "$(jdk_remedy)"
    want "openjdk-$JDK_NEEDED-jdk-headless" "runs the server"
  fi
  [[ -z ${1:-} ]] || want_build_tools
  install_wanted
  [[ -n ${JAVA:-} ]] || find_jdk || fail "there is no JDK $JDK_NEEDED or newer" "$(jdk_remedy)"
}

start_server() {
  local port=$1 log=$LOGS/server.log
  # The port was free at the beginning, but a build takes minutes.
  ! port_taken "$port" || port_is_taken "$port"
  step "starting the server …"
  prepare_tls
  open_classroom "$port"
  [[ ! -e $log ]] || mv -f "$log" "$log.1"
  name_cache_options
  trap 'stop_server; exit 130' INT TERM
  spawn_server "$port" "$log" "${CACHE_OPTIONS[@]}" || server_died "$port"
  await_server "$port"
  trap - INT TERM
}

announce() {
  if [[ -n $CLASSROOM ]]; then
    announce_classroom "$1"
    return 0
  fi
  printf '\n  %s\n\n' "${BOLD}${GREEN}$(public_address "$(sign_in_address "$1")")${PLAIN}"
  local where=' on this computer'
  [[ -z ${DRYDOCK_ADDRESS:-} ]] || where=''
  say "Open that address in a browser$where. It signs in once; ./drydock up prints a fresh one."
}

# serve: stays until Ctrl-C, or until somebody stops the server.
serve() {
  local pid status=0
  pid=$(server_pid) || pid=''
  say "Ctrl-C stops it; what learners made is kept."
  trap finish INT TERM HUP
  while [[ -n $pid ]] && kill -0 "$pid" 2>/dev/null && ! is_zombie "$pid"; do
    wait "$SERVER_JOB" && status=0 || status=$?
  done
  trap - INT TERM HUP
  rm -f "$DATA/server.pid" "$DATA/server.port"
  # 143: somebody asked it to stop (./drydock down).
  ((status == 0 || status == 143)) && say "The server was stopped." && return 0
  last_words "$LOGS/server.log" | cut -c 1-200 | sed 's/^/  | /' >&2
  fail "the server ended by itself (exit code $status)" "read $LOGS/server.log; ./drydock up starts it again"
}

finish() {
  trap force INT TERM HUP
  say ""
  stop_server
  stop_containers
  say "Stopped. ./drydock up goes on where everybody left off."
  exit 0
}

force() {
  trap '' INT TERM HUP
  local pid
  warn "stopping by force"
  ! pid=$(server_pid) || kill -KILL "$pid" 2>/dev/null || true
  "$DOCKER" ps -q --filter "label=dev.drydock.instance=$INSTANCE" | xargs -r "$DOCKER" kill >/dev/null 2>&1 || true
  rm -f "$DATA/server.pid" "$DATA/server.port"
  exit 130
}

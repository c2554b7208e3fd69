# shellcheck shell=bash
# ./drydock rehearse: a class of scripted learners on a throw-away instance. Here: what it needs is built, and what it made is removed.

command_rehearse() {
  local port here=$PWD arguments=()
  while (($# > 0)); do
    case $1 in
      --learners | --minutes | --pace | --kills | --noise | --json) need_value "$1" $# && arguments+=("$1" "$2") && shift ;;
      --yes | -y) ASSUME_YES=yes ;;
      --help | -h) help_rehearse && return 0 ;;
      *) unknown_option "$1" rehearse ;;
    esac
    shift
  done
  is_among --learners "${arguments[@]}" || fail "how many learners?" "say so: ./drydock rehearse --learners 30"
  mkdir -p "$TARGET"
  lock_file "$TARGET/rehearsal.lock" "Another rehearsal is going on in $CHECKOUT"
  # unlock_all must not let another one in while this one rehearses.
  LOCKS=("${LOCKS[@]:0:${#LOCKS[@]}-1}")
  open_throw_away_data "$TARGET/rehearsal-data"
  trap close_rehearsal_data EXIT
  trap 'exit 130' INT TERM HUP
  prepare
  port=$(free_port 8100)
  name_cache_options
  name_server_command "$port" "${CACHE_OPTIONS[@]}"
  DRYDOCK_COMMAND=$(printf '%s\n' "${SERVER_COMMAND[@]}")
  export DRYDOCK_COMMAND
  unlock_all
  # A build works in the checkout; the report's path is the caller's.
  cd "$here" || fail "$here is gone" "go to a directory that exists"
  step "rehearsing …"
  "$JAVA" "${JAVA_OPTIONS[@]}" -jar "$APP/drydock.jar" rehearse --data "$DATA" --address "http://127.0.0.1:$port" "${arguments[@]}" &
  REHEARSING=$!
  local status=0
  wait "$REHEARSING" || status=$?
  REHEARSING=''
  exit "$status"
}

close_rehearsal_data() {
  local status=$?
  trap '' INT TERM HUP
  if [[ -n ${REHEARSING:-} ]]; then
    kill -TERM "$REHEARSING" 2>/dev/null || true
    wait "$REHEARSING" 2>/dev/null || true
  fi
  if [[ -n ${DOCKER:-} ]]; then
    step "removing what the rehearsal made …"
    end_stray "$DATA"
    remove_everything_of "$INSTANCE"
    rm -rf "$DATA"
  fi
  exit "$status"
}

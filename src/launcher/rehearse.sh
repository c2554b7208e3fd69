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
  open_rehearsal_data
  trap close_rehearsal_data EXIT
  trap 'exit 130' INT TERM HUP
  prepare
  port=$(free_port 8100)
  name_server_command "$port"
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

# What a rehearsal that was killed has left behind, the next one removes.
open_rehearsal_data() {
  local of_others=''
  DATA=$TARGET/rehearsal-data
  mkdir -p "$TARGET"
  lock_file "$TARGET/rehearsal.lock" "Another rehearsal is going on in $CHECKOUT"
  # unlock_all must not let another one in while this one rehearses.
  LOCKS=("${LOCKS[@]:0:${#LOCKS[@]}-1}")
  find_docker || true
  [[ -s $DATA/instance ]] && of_others=$(<"$DATA/instance")
  if [[ -n $of_others ]] && [[ -n ${DOCKER:-} ]]; then
    use_context_host
    end_stray "$DATA"
    remove_everything_of "$of_others"
  fi
  rm -rf "$DATA"
  open_data
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

# name_server_command PORT: sets DRYDOCK_COMMAND, the server's command line, a word a line.
name_server_command() {
  local own options=()
  read -r -a own <<<"${DRYDOCK_JAVA_OPTIONS:-}"
  [[ -z $CACHE ]] || options=("-XX:AOTCache=$CACHE" -Xlog:aot=off -Xlog:cds=off)
  DRYDOCK_COMMAND=$(printf '%s\n' "$JAVA" "${SERVER_JAVA_OPTIONS[@]}" "${own[@]}" "${options[@]}" -jar "$APP/drydock.jar" \
    "--server.port=$1" "--drydock.data=$DATA" "--drydock.lessons=$CHECKOUT/lessons" \
    "--drydock.machine.image=drydock/machine:$INSTANCE" "--drydock.mirror.image=drydock/mirror:$INSTANCE")
  export DRYDOCK_COMMAND
}

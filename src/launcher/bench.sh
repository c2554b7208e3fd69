# shellcheck shell=bash
# ./drydock bench: measures on this very machine; every figure in the documentation names the bench that gives it.

command_bench() {
  case ${1:-} in
    # Scripted learners play these two.
    neighbour) shift && bench_of_rehearsals --learners 1 --noise 20 "$@" ;;
    crash) shift && bench_of_rehearsals --learners 20 --kills 100 "$@" ;;
    start | warm | echo | bulk | resume | page | lint | host) ;;
    --help | -h | '') help_bench && return 0 ;;
    *) fail "there is no bench '$1'" "./drydock bench --help lists them" ;;
  esac
  [[ " $* " != *' --help '* ]] || { help_bench; return 0; }
  [[ -x $CHECKOUT/bench/run ]] || fail "this version brings no benches (bench/run is missing)" "use a complete checkout"
  if [[ $1 == host ]]; then bench_of_host "${@:2}"; fi
  find_jdk || fail "there is no JDK $JDK_NEEDED or newer" "$(jdk_remedy)"
  if is_among "$1" page lint; then bench_alone "$@"; fi
  find_docker || fail "there is no docker client" "install Docker Engine (Debian, Ubuntu: apt-get install docker.io)"
  use_context_host
  export JAVA JAVA_HOME DOCKER CHECKOUT
  exec "$CHECKOUT/bench/run" "$@"
}

# bench_alone NAME [OPTION…]: needs the jar only, and no engine. DRYDOCK_COMMAND is the server's command line, a word a line.
bench_alone() {
  local own command_line options=("${JAVA_OPTIONS[@]}")
  [[ $1 != page ]] || options=("${SERVER_JAVA_OPTIONS[@]}")
  choose_data ''
  open_data
  prepare_jar
  read -r -a own <<<"${DRYDOCK_JAVA_OPTIONS:-}"
  name_cache
  name_cache_options
  command_line=("$JAVA" "${options[@]}" "${own[@]}" "${CACHE_OPTIONS[@]}" -jar "$APP/drydock.jar")
  unlock_all
  DRYDOCK_COMMAND=$(printf '%s\n' "${command_line[@]}")
  export JAVA CHECKOUT DRYDOCK_COMMAND
  exec "$CHECKOUT/bench/run" "$@"
}

# bench_of_rehearsals OPTION…: what comes later counts.
bench_of_rehearsals() {
  [[ " $* " != *' --help '* ]] || { help_bench && exit 0; }
  command_rehearse "$@"
}

# shellcheck shell=bash
# ./drydock bench: measures on this very machine; every figure in the documentation names the bench that gives it.

command_bench() {
  case ${1:-} in
    start | echo | bulk) ;;
    --help | -h | '') help_bench && return 0 ;;
    *) fail "there is no bench '$1'" "./drydock bench --help lists them" ;;
  esac
  [[ " $* " != *' --help '* ]] || { help_bench; return 0; }
  [[ -x $CHECKOUT/bench/run ]] || fail "this version brings no benches (bench/run is missing)" "use a complete checkout"
  find_jdk || fail "there is no JDK $JDK_NEEDED or newer" "$(jdk_remedy)"
  find_docker || fail "there is no docker client" "install Docker Engine (Debian, Ubuntu: apt-get install docker.io)"
  use_context_host
  export JAVA JAVA_HOME DOCKER CHECKOUT
  exec "$CHECKOUT/bench/run" "$@"
}

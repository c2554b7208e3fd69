# shellcheck shell=bash
# ./drydock down: stops what belongs to one data directory. Nothing is removed.

command_down() {
  local data=''
  while (($# > 0)); do
    case $1 in
      --data) need_value "$1" $# && data=$2 && shift ;;
      --help | -h) help_down && return 0 ;;
      *) unknown_option "$1" down ;;
    esac
    shift
  done
  choose_data "$data"
  if [[ ! -s $DATA/instance ]]; then
    say "Nothing to stop: $DATA is not a data directory of Drydock yet."
    return 0
  fi
  LOGS=$DATA/logs
  read_instance
  stop_server
  if find_docker && use_context_host && look_at_engine && [[ $ENGINE_STATE == ok || $ENGINE_STATE == old ]]; then
    stop_containers
  elif [[ ${ENGINE_STATE:-stopped} != stopped ]]; then
    fail "the server is stopped, but not the machines: $(engine_words)" "$(engine_remedy)"
  fi
  say "Drydock is down. Files, images and progress are kept."
}

# shellcheck shell=bash
# ./drydock status: whether the server runs, which machines there are and what they do. Changes nothing.

command_status() {
  local data='' json=''
  while (($# > 0)); do
    case $1 in
      --data) need_value "$1" $# && data=$2 && shift ;;
      --json) json=yes ;;
      --help | -h) help_status && return 0 ;;
      *) unknown_option "$1" status ;;
    esac
    shift
  done
  choose_data "$data"
  [[ -s $DATA/instance ]] || fail "$DATA is not a data directory of Drydock yet" "./drydock up makes it; --data DIR names another"
  read_instance
  look_at_machines
  if [[ -n $json ]]; then status_as_json; else status_in_words; fi
}

# look_at_machines: into MACHINES, each as "OWNER STATE MACHINE IMAGE"; the owner is - while nobody has it.
look_at_machines() {
  local name state image
  MACHINES=()
  find_docker || fail "there is no docker client" "$(engine_remedy)"
  use_context_host
  look_at_engine
  [[ $ENGINE_STATE == ok || $ENGINE_STATE == old ]] || fail "the machines cannot be looked at: $(engine_words)" "$(engine_remedy)"
  while read -r name state image; do
    image=$(machine_image "$image")
    name=${name#drydock-"$INSTANCE"-}
    case $name in
      '') continue ;;
      *.next) MACHINES+=("${name#*.} making ${name%%.*} $image") ;;
      *.*) MACHINES+=("${name#*.} $(machine_state "$state") ${name%%.*} $image") ;;
      *) MACHINES+=("- $(spare_state "$state") $name $image") ;;
    esac
  done < <("$DOCKER" ps -a --filter "label=dev.drydock.instance=$INSTANCE" --filter label=dev.drydock.role=machine \
    --format '{{.Names}} {{.State}} {{.Image}}' 2>/dev/null)
}

# An image that was replaced has lost its name: of a machine that was made from it, the engine tells the number.
machine_image() {
  case $1 in
    drydock/machine:*) echo current ;;
    *) echo older ;;
  esac
}

machine_state() {
  case $1 in
    running | paused) echo "$1" ;;
    *) echo stopped ;;
  esac
}

# A machine without an owner that has been stopped is removed when the server starts.
spare_state() {
  case $1 in
    running) echo spare ;;
    created) echo making ;;
    *) echo stopped ;;
  esac
}

count_machines() {
  local machine count=0
  for machine in "${MACHINES[@]}"; do
    [[ "$machine " != *" $1 "* ]] || count=$((count + 1))
  done
  echo "$count"
}

server_address() {
  server_pid >/dev/null && [[ -s $DATA/server.port ]] || return 1
  if [[ -s $DATA/server.classroom ]]; then
    sed -n 2p "$DATA/server.classroom"
  else
    echo "http://127.0.0.1:$(<"$DATA/server.port")"
  fi
}

status_in_words() {
  local address machine owner state id image
  if address=$(server_address); then
    say "The server runs at $address; ./drydock up says how to sign in."
  else
    say "The server does not run; ./drydock up starts it."
  fi
  say "Machines: $(count_machines running) running, $(count_machines paused) paused, $(count_machines stopped) stopped," \
    "$(count_machines spare) spare, $(count_machines making) being made."
  ((${#MACHINES[@]} > 0)) || return 0
  (($(count_machines older) == 0)) || say "$(count_machines older) of an older image: they go on as they are; a fresh start gives their learners a new one."
  printf '\n%-14s %-8s %-8s %s\n' MACHINE STATE IMAGE LEARNER
  for machine in "${MACHINES[@]}"; do
    read -r owner state id image <<<"$machine"
    printf '%-14s %-8s %-8s %s\n' "$id" "$state" "$image" "$owner"
  done
}

status_as_json() {
  local address machine owner state id image separator=''
  address=$(server_address) && address=$(json_text "$address") || address=null
  printf '{"server":%s,"machines":[' "$address"
  for machine in "${MACHINES[@]}"; do
    read -r owner state id image <<<"$machine"
    [[ $owner == - ]] && owner=null || owner=$(json_text "$owner")
    printf '%s\n  {"id":%s,"state":%s,"image":"%s","owner":%s}' "$separator" "$(json_text "$id")" "$(json_text "$state")" "$image" "$owner"
    separator=,
  done
  printf '\n]}\n'
}

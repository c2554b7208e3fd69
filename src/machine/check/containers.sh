# shellcheck shell=dash disable=SC1111,SC2016,SC2154
# What is true of containers.

_container_options='[--name NAME] [--from IMAGE] [--port HOST:CONTAINER] [--env KEY=VALUE] [--mount SOURCE:PATH] [--network NET] [--command TEXT] [--label KEY=VALUE]'

# _wish KINDS --KIND VALUE...: leaves [{kind, value}...] in $_wishes
_wish() {
  _kinds=$1
  shift
  _wishes='[]'
  while [ $# -gt 0 ]; do
    _kind=${1#--}
    case " $_kinds " in
      *" $_kind "*) ;;
      *) _misused "there is no $1" ;;
    esac
    [ "$_kind" != "$1" ] || _misused "$1 is not an option"
    [ $# -ge 2 ] || _misused "$1 has no value"
    _wishes=$(jq -cn --argjson wishes "$_wishes" --arg kind "$_kind" --arg value "$2" '$wishes + [{$kind, $value}]') \
      || _misused "$1 cannot be read"
    shift 2
  done
}

# _wished KIND: the value of that wish
_wished() {
  jq -rn --argjson wishes "$_wishes" --arg kind "$1" 'first($wishes[] | select(.kind == $kind) | .value) // ""'
}

# _unmet PROGRAM [JQ OPTIONS]...: looks which wish $_answer does not fulfil; leaves $_kind (empty: all are), $_wanted, $_seen, $_name
_unmet() {
  _program=$1
  shift
  jq -c --argjson wishes "$_wishes" "$@" -f "/usr/lib/drydock/check/$_program" "$_answer" > "$_answer.unmet" \
    || broken "The Engine's answer cannot be read."
  mv "$_answer.unmet" "$_answer"
  _kind=$(read_answer '.kind') || broken "The Engine's answer cannot be read."
  _wanted=$(read_answer '.wanted')
  _name=$(read_answer '.name // ""')
  _seen=$(read_answer '.seen | tostring | .[:200]')
}

# _candidates: leaves what the Engine knows of at most 20 containers that have the wished name, or else image, in $_answer
_candidates() {
  _from=$(_wished from) _id=
  if [ -n "$_from" ]; then
    engine "/images/$(_escape "$_from")/json"
    [ "$_status" = 404 ] || _id=$(read_answer '.Id // ""') || broken "The Engine's answer is not JSON."
  fi
  engine /containers/json all=1
  _ids=$(read_answer '[ .[] | select(if $name != "" then any(.Names[]?; . == "/" + $name)
      elif $from != "" then .Image == $from or .Image == $from + ":latest" or ($id != "" and .ImageID == $id) else true end)
      | .Id | strings | select(test("^[0-9a-f]{64}$")) ] | .[:20][]' \
    --arg from "$_from" --arg id "$_id" --arg name "$(_wished name)") || broken "The Engine's answer is not a list of containers."
  : > "$_text"
  for _one in $_ids; do
    engine "/containers/$_one/json"
    [ "$_status" = 404 ] || cat "$_answer" >> "$_text"
  done
  jq -cs . "$_text" > "$_answer" || broken "The Engine's answer about a container is not JSON."
}

# _contain HELPER STATE OPTIONS...: ends the check unless one container fulfils all wishes, and has that state if one is given
_contain() {
  _helper=$1 _state=$2
  shift 2
  _given "$_helper $_container_options" 2 99 "$@"
  _wish 'name from port env mount network command label' "$@"
  _candidates
  _unmet container.jq --arg id "$_id" --arg state "$_state"
  case $_kind in
    '') return ;;
    none) _no_container ;;
    state)
      not_yet \
        "Expected the container “$_name” to be running, but its state is: $_seen. “docker ps -a” lists all containers, and “docker logs $_name” shows what it wrote." \
        "“$_name” 컨테이너가 실행 중이어야 하는데 지금 상태는 $_seen입니다. “docker ps -a” 명령은 모든 컨테이너를, “docker logs $_name” 명령은 그 출력을 보여 줍니다."
      ;;
  esac
  _words_of_wish
  not_yet "Expected the container “$_name” $_en, but $_en_seen. $_en_next" "“$_name” 컨테이너는 $_ko 하는데 $_ko_seen. $_ko_next"
}

_no_container() {
  _name=$(_wished name)
  not_yet \
    "Expected a container${_name:+ named “$_name”}${_from:+ made from the image “$_from”}, but there is none. “docker ps -a” lists all containers, also those that have ended." \
    "${_from:+“$_from” 이미지로 만든 }${_name:+이름이 “$_name”인 }컨테이너가 있어야 하는데 없습니다. “docker ps -a”는 끝난 것까지 모든 컨테이너를 보여 줍니다."
}

# Sets the words for $_kind, $_wanted and $_seen.
_words_of_wish() {
  _en_seen="it has ${_seen:-none}"
  _ko_seen="${_seen:+지금은 $_seen입니다}"
  _ko_seen="${_ko_seen:-없습니다}"
  _en_next="That cannot be changed later: remove it with “docker rm -f $_name”, and run it again."
  _ko_next="나중에 바꿀 수 없으니 “docker rm -f $_name” 명령으로 지우고 다시 실행하세요."
  case $_kind in
    from)
      _en="to be made from the image “$_wanted”" _en_seen="it was made from “$_seen”"
      _ko="“$_wanted” 이미지로 만들어야" _ko_seen="“$_seen” 이미지로 만들어졌습니다"
      ;;
    port)
      _en="to publish a port with “-p $_wanted”" _en_seen="it publishes ${_seen:-none}"
      _ko="“-p $_wanted” 옵션으로 포트를 열어야" _ko_seen="${_seen:+지금 연 포트는 $_seen입니다}" _ko_seen="${_ko_seen:-연 포트가 없습니다}"
      ;;
    env) _en="to have the environment variable “$_wanted” (-e)" _ko="“-e $_wanted” 옵션으로 환경 변수를 설정해야" ;;
    mount) _en="to have a mount “-v $_wanted”" _ko="“-v $_wanted” 옵션으로 마운트해야" ;;
    network)
      _en="to be in the network “$_wanted”" _en_seen="it is in ${_seen:-none}"
      _ko="“$_wanted” 네트워크에 연결되어 있어야"
      _en_next="“docker network connect $_wanted $_name” connects it."
      _ko_next="“docker network connect $_wanted $_name” 명령으로 연결하세요."
      ;;
    command)
      _en="to run the command “$_wanted”" _en_seen="it runs “$_seen”"
      _ko="“$_wanted” 명령을 실행해야" _ko_seen="지금 명령은 “$_seen”입니다"
      ;;
    label) _en="to have the label “$_wanted”" _ko="“$_wanted” 레이블을 가져야" ;;
  esac
}

container_exists() {
  _contain container_exists '' "$@"
}

container_runs() {
  _contain container_runs running "$@"
}

# _inspect NAME: leaves what the Engine knows of one container in $_answer
_inspect() {
  engine "/containers/$(_escape "$1")/json"
  [ "$_status" = 200 ] || not_yet \
    "Expected a container named “$1”, but there is none. “docker ps -a” lists all containers." \
    "이름이 “$1”인 컨테이너가 있어야 하는데 없습니다. “docker ps -a”는 모든 컨테이너를 보여 줍니다."
}

# _ended NAME: it was started, has ended, and is still there
_ended() {
  _inspect "$1"
  _state=$(read_answer '.State.Status | strings | .[:20]') || broken "The container has no state."
  case $_state in
    exited) ;;
    running | paused | restarting)
      not_yet \
        "Expected the container “$1” to have ended, but its state is: $_state. “docker stop $1” stops it." \
        "“$1” 컨테이너가 끝나 있어야 하는데 지금 상태는 $_state입니다. “docker stop $1” 명령으로 멈추세요."
      ;;
    *)
      not_yet \
        "Expected the container “$1” to have run and ended, but its state is: $_state. “docker start $1” starts it." \
        "“$1” 컨테이너가 실행되고 끝나 있어야 하는데 지금 상태는 $_state입니다. “docker start $1” 명령으로 시작하세요."
      ;;
  esac
}

container_stopped() {
  _given 'container_stopped NAME' 1 1 "$@"
  _ended "$1"
}

container_exited_with() {
  _given 'container_exited_with NAME CODE' 2 2 "$@"
  _number "$2" 0 255
  _ended "$1"
  _code=$(read_answer '.State.ExitCode | numbers') || broken "The container has no exit code."
  [ "$_code" = "$2" ] || not_yet \
    "Expected the container “$1” to end with exit code $2, but it ended with $_code. “docker logs $1” shows what it wrote." \
    "“$1” 컨테이너의 종료 코드로 $2 값이 필요한데 지금 값은 $_code입니다. “docker logs $1” 명령은 그 출력을 보여 줍니다."
}

container_absent() {
  _given 'container_absent NAME' 1 1 "$@"
  engine "/containers/$(_escape "$1")/json"
  [ "$_status" = 404 ] || not_yet \
    "Expected the container “$1” to be gone, but it is still there. “docker rm -f $1” removes it." \
    "“$1” 컨테이너가 없어야 하는데 아직 있습니다. “docker rm -f $1” 명령으로 지웁니다."
}

# The daemon's log of a container is read as the client prints it. A running one is given two seconds to say it.
log_contains() {
  _given 'log_contains NAME TEXT' 2 2 "$@"
  _one_line "$2"
  _inspect "$1"
  for _try in 1 2 3 4 5 6 7 8 9 10; do
    _with_engine timeout 5 docker logs --tail 1000 -- "$1" 2>&1 | head -c 1048576 > "$_text"
    ! grep -aqF -e "$2" "$_text" || return 0
    [ "$(read_answer '.State.Running')" = true ] || break
    sleep 0.2
  done
  _shorten < "$_text"
  not_yet \
    "Expected “$2” in the output of the container “$1”, but it has written ${_seen:+other things, first: “}${_seen:-nothing}${_seen:+”}. “docker logs $1” shows all of it." \
    "“$1” 컨테이너의 출력에 “$2” 글이 있어야 하는데 ${_seen:+첫 줄은 “}${_seen:-출력이 없습니다}${_seen:+”입니다}. “docker logs $1” 명령으로 전부 볼 수 있습니다."
}

# _archive NAME PATH CURL OPTIONS...: asks for a file of a container, as the Engine packs it
_archive() {
  case $2 in
    /*) ;;
    *) _misused "$2 is not an absolute path" ;;
  esac
  _inspect "$1"
  engine "/containers/$(_escape "$1")/archive" "path=$2"
}

container_has_file() {
  _given 'container_has_file NAME PATH [TEXT]' 2 3 "$@"
  _one_line "${3-}"
  _archive "$1" "$2"
  [ "$_status" = 200 ] || not_yet \
    "Expected the file “$2” in the container “$1”, but it is not there. “docker exec $1 ls” lists files of one that runs." \
    "“$1” 컨테이너에 “$2” 파일이 있어야 하는데 없습니다. 실행 중이면 “docker exec $1 ls” 명령으로 파일을 볼 수 있습니다."
  [ $# = 3 ] || return 0
  timeout 5 tar -xOf "$_answer" 2> /dev/null | head -c 1048576 > "$_text"
  grep -aqF -e "$3" "$_text" && return 0
  _shorten < "$_text"
  not_yet \
    "Expected “$3” in the file “$2” of the container “$1”, but it ${_seen:+begins with: “}${_seen:-is empty}${_seen:+”}." \
    "“$1” 컨테이너의 “$2” 파일에 “$3” 글이 있어야 하는데 ${_seen:+첫 줄은 “}${_seen:-비어 있습니다}${_seen:+”입니다}."
}

container_lacks_file() {
  _given 'container_lacks_file NAME PATH' 2 2 "$@"
  _archive "$1" "$2"
  [ "$_status" = 404 ] || not_yet \
    "Expected no file “$2” in the container “$1”, but there is one. A new container of the same image begins without it." \
    "“$1” 컨테이너에 “$2” 파일이 없어야 하는데 있습니다. 같은 이미지로 새로 만든 컨테이너에는 없습니다."
}

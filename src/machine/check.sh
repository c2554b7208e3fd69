# shellcheck shell=dash disable=SC1111
# (the quotes in the messages are meant)
# The helpers of checks; a check begins with:  . check.sh
#
#   pass                                    the task is done
#   not_yet "English words" "한국어"         it is not, and this is what the learner should know
#   broken "words for the instructor"       the check itself has failed; never the learner's fault
#
# These end the check with not_yet when they do not hold, and with broken when they cannot be asked:
#
#   image_exists IMAGE
#   container_exists [--from IMAGE] [--name NAME]
#   container_runs [--from IMAGE] [--name NAME]
#   container_exited_with NAME CODE
#   container_absent NAME
#   log_contains NAME TEXT
#
# What the Engine answers is the learner's word: it is bounded, parsed as data, and never evaluated.

# Where answers are kept for a moment. Nobody but this check sees the directory.
_answer=$HOME/answer
_log=$HOME/log

pass() {
  exit 0
}

broken() {
  printf '%s\n' "$1" >&2
  exit 2
}

not_yet() {
  case ${DRYDOCK_LANGUAGE:-en} in
    ko*) _message=${2:-$1} ;;
    *) _message=$1 ;;
  esac
  printf '%s' "$_message" | tr -d '\000-\010\013-\037\177' | head -c 2000 | iconv -c -f UTF-8 -t UTF-8 >&3
  exit 1
}

# engine PATH [NAME=VALUE]...: asks the machine's Engine; leaves its answer in $_answer, its status in $_status
engine() {
  _path=$1
  shift
  for _parameter; do
    shift
    set -- "$@" --data-urlencode "$_parameter"
  done
  _status=$(curl --silent --show-error --get --max-time 5 --max-filesize 4194304 --unix-socket /proc/self/fd/9 \
    --output "$_answer" --write-out '%{http_code}' "$@" "http://docker/v1.41$_path") \
    || broken "The Engine cannot be asked for $_path."
  case $_status in
    200 | 404) ;;
    *) broken "The Engine answers $_status when asked for $_path." ;;
  esac
}

# read_answer FILTER [JQ OPTIONS]...: prints what jq finds in the answer
read_answer() {
  _filter=$1
  shift
  jq -r "$@" "$_filter" "$_answer"
}

# A name in a path must not be able to leave it.
_escape() {
  printf '%s' "$1" | jq -sRr '@uri'
}

image_exists() {
  engine "/images/$(_escape "$1")/json"
  [ "$_status" = 200 ] || not_yet \
    "There is no image “$1” on your machine yet. “docker image ls” lists the ones that there are." \
    "아직 “$1” 이미지가 없습니다. “docker image ls”로 지금 있는 이미지를 볼 수 있습니다."
}

# Sets $_from and $_name from --from IMAGE and --name NAME, and $_wanted and $_wanted_ko to words for both.
_what() {
  _from='' _name=''
  while [ $# -gt 0 ]; do
    case $1 in
      --from) _from=${2:?--from needs an image} ;;
      --name) _name=${2:?--name needs a name} ;;
      *) broken "Neither --from nor --name: $1" ;;
    esac
    shift 2
  done
  _wanted="a container${_name:+ named “$_name”}${_from:+ made from the image “$_from”}"
  _wanted_ko="${_from:+“$_from” 이미지로 만든 }${_name:+이름이 “$_name”인 }컨테이너"
}

# Leaves the containers that fit $_from and $_name, as a JSON array, in $_answer.
_find_containers() {
  _id=
  if [ -n "$_from" ]; then
    engine "/images/$(_escape "$_from")/json"
    [ "$_status" = 404 ] || _id=$(read_answer '.Id // ""') || broken "The Engine's answer is not JSON."
  fi
  engine /containers/json all=1
  jq --arg from "$_from" --arg id "$_id" --arg name "$_name" '[ .[]
      | select($name == "" or any(.Names[]?; . == "/" + $name))
      | select($from == "" or .Image == $from or .Image == $from + ":latest" or ($id != "" and .ImageID == $id)) ]' \
    "$_answer" > "$_answer.fit" || broken "The Engine's answer is not a list of containers."
  mv "$_answer.fit" "$_answer"
}

container_exists() {
  _what "$@"
  _find_containers
  _count=$(read_answer length) || broken "The containers cannot be counted."
  [ "$_count" -gt 0 ] || not_yet \
    "Expected $_wanted, but there is none. “docker ps -a” lists all containers, also those that have ended." \
    "${_wanted_ko}가 있어야 하는데 없습니다. “docker ps -a”는 끝난 것까지 모든 컨테이너를 보여 줍니다."
}

container_runs() {
  container_exists "$@"
  _states=$(read_answer '[.[].State] | unique | join(", ")') || broken "The containers have no state."
  case ", $_states, " in
    *", running, "*) ;;
    *)
      not_yet \
        "Expected $_wanted to be running, but its state is: $_states. “docker ps” lists what runs." \
        "${_wanted_ko}가 실행 중이어야 하는데 지금 상태는 $_states입니다. “docker ps”는 실행 중인 컨테이너를 보여 줍니다."
      ;;
  esac
}

# Asks about one container by its name; its answer is about that one.
_inspect() {
  engine "/containers/$(_escape "$1")/json"
  [ "$_status" = 200 ] || not_yet \
    "Expected a container named “$1”, but there is none. “docker ps -a” lists all containers." \
    "이름이 “$1”인 컨테이너가 있어야 하는데 없습니다. “docker ps -a”는 모든 컨테이너를 보여 줍니다."
}

container_exited_with() {
  _inspect "$1"
  _state=$(read_answer '.State.Status') || broken "The container has no state."
  [ "$_state" = exited ] || not_yet \
    "Expected the container “$1” to have ended, but its state is: $_state." \
    "컨테이너 “$1”이(가) 끝나 있어야 하는데 지금 상태는 $_state입니다."
  _code=$(read_answer '.State.ExitCode') || broken "The container has no exit code."
  [ "$_code" = "$2" ] || not_yet \
    "Expected the container “$1” to end with exit code $2, but it ended with $_code." \
    "컨테이너 “$1”의 종료 코드는 $2이어야 하는데 $_code입니다."
}

container_absent() {
  engine "/containers/$(_escape "$1")/json"
  [ "$_status" = 404 ] || not_yet \
    "The container “$1” is still there. “docker rm” removes one that has ended." \
    "컨테이너 “$1”이(가) 아직 있습니다. 끝난 컨테이너는 “docker rm”으로 지웁니다."
}

log_contains() {
  _inspect "$1"
  timeout 5 docker logs --tail 1000 "$1" 2>&1 | head -c 1048576 > "$_log"
  grep -aqF -e "$2" "$_log" || not_yet \
    "Expected “$2” in the output of the container “$1”, but it has not written that. “docker logs $1” shows what it has written." \
    "컨테이너 “$1”의 출력에 “$2”이(가) 있어야 하는데 없습니다. “docker logs $1”로 출력을 볼 수 있습니다."
}

# shellcheck shell=dash disable=SC1111
# (the quotes in the messages are meant)
# The helpers of checks; a check begins with:  . check.sh
#
#   pass                                     the task is done
#   not_yet "English words" "한국어"          it is not, and this is what the learner should know
#   broken "words for the instructor"        the check itself has failed; never the learner's fault
#
# All others end the check with not_yet when what they say does not hold, and with broken when they are used wrongly.
# docs/checks.md lists them. What stands here begins with _ or is in that list.
#
# What a machine answers is the learner's word: it is bounded, parsed as data, and never evaluated.

pass() {
  exit 0
}

broken() {
  printf '%s\n' "$1" >&2
  exit 2
}

not_yet() {
  case ${DRYDOCK_LANGUAGE:-en} in
    ko*) _message=${2:-$1}${_socket:+ “$_socket” 소켓의 도커를 확인한 결과입니다.} ;;
    *) _message=$1${_socket:+ This is about the Docker at “$_socket”.} ;;
  esac
  printf '%s' "$_message" | tr -d '\000-\010\013-\037\177' | head -c 2000 | iconv -c -f UTF-8 -t UTF-8 >&3
  exit 1
}

# _given USAGE LEAST MOST ARGUMENT...: between LEAST and MOST arguments, none of them empty
_given() {
  _usage=$1 _least=$2 _most=$3
  shift 3
  if [ $# -lt "$_least" ] || [ $# -gt "$_most" ]; then
    _misused "the number of its arguments is $#"
  fi
  for _argument; do
    [ -n "$_argument" ] || _misused "one of its arguments is empty"
  done
}

# _misused WORDS: for the author
_misused() {
  broken "${_usage%% *} is used wrongly: $1. Usage: $_usage"
}

# _number VALUE LEAST MOST
_number() {
  case $1 in
    *[!0-9]* | ??????????*) _misused "$1 is not a number" ;;
  esac
  if [ "$1" -lt "$2" ] || [ "$1" -gt "$3" ]; then
    _misused "$1 is not from $2 to $3"
  fi
}

# Texts are looked for in single lines.
_one_line() {
  case $1 in
    *'
'*) _misused "a text of several lines is never found; give one line of it" ;;
  esac
}

# holds HELPER ARGUMENT...: true or false, where the helper itself would end the check
holds() {
  _given 'holds HELPER ARGUMENT...' 1 1 ${1+"$1"}
  command -v "$1" > /dev/null || _misused "there is no helper or program $1"
  _held=0
  ("$@") 3> /dev/null || _held=$?
  case $_held in
    0 | 1) return "$_held" ;;
    *) exit 2 ;;
  esac
}

# within SECONDS HELPER ARGUMENT...: the helper, asked again until it holds
within() {
  _given 'within SECONDS HELPER ARGUMENT...' 2 2 ${1+"$1"} ${2+"$2"}
  _number "$1" 1 8
  _end=$(($(date +%s%3N) + $1 * 1000))
  shift
  until holds "$@"; do
    # Once more, for its message.
    [ "$(date +%s%3N)" -lt "$_end" ] || { "$@" && return 0 || return 1; }
    sleep 0.2
  done
}

# quiz_answered ID
quiz_answered() {
  _given 'quiz_answered ID' 1 1 "$@"
  [ -n "${QUIZZES_PASSED+set}" ] || broken "quiz_answered: QUIZZES_PASSED is not set, so nothing is known of quizzes."
  case " $QUIZZES_PASSED " in
    *" $1 "*) ;;
    *)
      not_yet \
        "Expected the question “$1” of this page to be answered, but there is no right answer to it yet. Choose one and check it." \
        "이 페이지의 “$1” 문제에 답해야 하는데 아직 맞은 답이 없습니다. 답을 고르고 확인하세요."
      ;;
  esac
}

# shellcheck source=src/machine/check/engine.sh
. /usr/lib/drydock/check/engine.sh
# shellcheck source=src/machine/check/images.sh
. /usr/lib/drydock/check/images.sh
# shellcheck source=src/machine/check/containers.sh
. /usr/lib/drydock/check/containers.sh
# shellcheck source=src/machine/check/files.sh
. /usr/lib/drydock/check/files.sh
# shellcheck source=src/machine/check/web.sh
. /usr/lib/drydock/check/web.sh
# shellcheck source=src/machine/check/objects.sh
. /usr/lib/drydock/check/objects.sh

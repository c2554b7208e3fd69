# shellcheck shell=bash
# ./drydock lesson preview: the lessons as learners see them, with a machine beside them, and pages that follow each save.

command_preview() {
  local port='' path='' lessons=$CHECKOUT/lessons page='' here=$PWD
  while (($# > 0)); do
    case $1 in
      --port) need_value "$1" $# && port=$2 && shift ;;
      --lessons) need_value "$1" $# && lessons=$2 && shift ;;
      -*) unknown_option "$1" "lesson preview" ;;
      *) path=$1 ;;
    esac
    shift
  done
  find_previewed "$lessons" "$path"
  # An instance of its own: what an author tries out is not what a learner of this computer has done.
  choose_data ''
  DATA=$DATA/preview
  open_data
  ! server_pid >/dev/null || fail "a preview is running already, at port $(<"$DATA/server.port")" "use that one, or end it: ./drydock down --data $DATA"
  lock_data
  port=${port:-$(free_port 8090)}
  ! port_taken "$port" || port_is_taken "$port"
  prepare
  SERVER_OPTIONS=(--drydock.preview=true)
  use_own_database
  start_server "$port"
  unlock_all
  printf '\n  %s\n\n' "${BOLD}${GREEN}$(sign_in_address "$port")&to=${page:-/}${PLAIN}"
  say "Open that address in a browser on this computer. Its page follows what you save below $(shown_from "$here" "$LESSONS")."
  serve
}

# find_previewed LESSONS PATH: sets LESSONS, the directory of courses, and page, where the previewed lesson is.
find_previewed() {
  local found=$1 course lesson
  if [[ -n $2 ]]; then
    for found in "$1/$2" "$2" ''; do [[ -z $found || ! -e $found ]] || break; done
    [[ -n $found ]] || fail "there is no course or lesson '$2'" "write COURSE, COURSE/LESSON, or the path of one of their directories"
  fi
  [[ -e $found ]] || fail "there is no directory $1" "make it, or name another with --lessons DIR"
  [[ -d $found ]] || found=$(dirname "$found")
  found=$(cd -P "$found" && pwd -P)
  course=$found
  while [[ $course != / && ! -e $course/course.yaml ]]; do course=$(dirname "$course"); done
  if [[ $course == / ]]; then
    LESSONS=$found
    return 0
  fi
  LESSONS=$(dirname "$course")
  lesson=${found#"$course"}
  lesson=${lesson#/}
  lesson=${lesson%%/*}
  [[ ! -e $course/$lesson/lesson.md ]] || page=/courses/${course##*/}/lessons/$lesson
}

# shown_from HERE PATH: as somebody in HERE would write it.
shown_from() { if [[ $2 == "$1"/* ]]; then echo "${2#"$1"/}"; else echo "$2"; fi; }

# free_port FIRST
free_port() {
  local port
  for ((port = $1; port < $1 + 50; port++)); do
    port_taken "$port" || { echo "$port"; return 0; }
  done
  echo "$1"
}

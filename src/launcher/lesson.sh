# shellcheck shell=bash
# ./drydock lesson: the authors' commands, which are the jar's own. Here: what they need is built and found.

command_lesson() {
  local here=$PWD
  case ${1:-} in
    lint | test | new | stamp | preview) ;;
    --help | -h | help | '') help_lesson && return 0 ;;
    *) fail "there is no command 'lesson $1'" "./drydock lesson --help lists them" ;;
  esac
  if is_among --help "$@" || is_among -h "$@"; then
    "help_lesson_$1"
    return 0
  fi
  if [[ $1 == preview ]]; then
    command_preview "${@:2}"
    return 0
  fi
  choose_data ''
  open_data
  if [[ $1 == test ]]; then prepare_lesson_test; else prepare_jar; fi
  # A build works in the checkout; paths are the author's.
  cd "$here" || fail "$here is gone" "go to a directory that exists"
  run_lesson "$@"
}

# prepare_lesson_test: engine and images besides the jar.
prepare_lesson_test() {
  local jar_hash image_hash stale=''
  jar_hash=$(source_hash "${JAR_SOURCES[@]}")
  jar_is_current "$jar_hash" || stale=yes
  want_programs "$stale"
  lock_target
  [[ -z $stale ]] || jar_is_current "$jar_hash" || build_jar "$jar_hash"
  unpack_jar
  need_engine
  need_apparmor_profile
  image_hash=$(source_hash "${IMAGE_SOURCES[@]}")
  images_are_current "$image_hash" || build_images "$image_hash"
  need_egress_image
} >&2

# run_lesson ARGUMENT…: takes this process's place, so that Ctrl-C reaches it and its exit code is ours.
run_lesson() {
  local own pulled=() options=(-Ddrydock.lessons="$CHECKOUT/lessons" -Ddrydock.cache="$(cache_home)")
  read -r -a own <<<"${DRYDOCK_JAVA_OPTIONS:-}"
  name_cache
  name_cache_options
  options+=("${CACHE_OPTIONS[@]}")
  options+=(-Ddrydock.machine.image="${DRYDOCK_MACHINE_IMAGE:-drydock/machine:$INSTANCE}")
  options+=(-Ddrydock.mirror.image="${DRYDOCK_MIRROR_IMAGE:-drydock/mirror:$INSTANCE}")
  options+=(-Ddrydock.internet.image="${DRYDOCK_INTERNET_IMAGE:-drydock/egress:$INSTANCE}")
  [[ $1 != test ]] || mapfile -t pulled < <(pulled_images)
  ((${#pulled[@]} == 0)) || options+=("-Ddrydock.mirror.images=$(IFS=,; echo "${LESSON_IMAGES[*]},${pulled[*]}")")
  unlock_all
  exec {NAP_FD}>&-
  exec "$JAVA" "${JAVA_OPTIONS[@]}" "${own[@]}" "${options[@]}" -jar "$APP/drydock.jar" lesson "$@"
}

# shellcheck shell=bash
# ./drydock test: everything that must hold, on a throw-away instance, added up in one line.

ALL_SUITES=(javascript shell launcher unit contract browser)
# Only on demand: it takes too long for every change.
LONG_SUITES=(course)

command_test() {
  SUITES=()
  while (($# > 0)); do
    case $1 in
      --only) need_value "$1" $# && add_suite "$2" && shift ;;
      --yes | -y) ASSUME_YES=yes ;;
      --help | -h) help_test && return 0 ;;
      *) unknown_option "$1" test ;;
    esac
    shift
  done
  ((${#SUITES[@]} > 0)) || SUITES=("${ALL_SUITES[@]}")
  lock_target
  open_throw_away_data "$TARGET/test-data"
  trap close_test_data EXIT
  trap 'exit 130' INT TERM HUP
  want_test_programs
  prepare_tests
  run_suites
  report_tests
}

add_suite() {
  local all=("${ALL_SUITES[@]}" "${LONG_SUITES[@]}")
  is_among "$1" "${all[@]}" || fail "there is no suite '$1'" "choose from: ${all[*]}"
  SUITES+=("$1")
}

# chosen SUITE…: is one of them to be run?
chosen() {
  local suite
  for suite in "$@"; do
    ! is_among "$suite" "${SUITES[@]}" || return 0
  done
  return 1
}

close_test_data() {
  local status=$?
  trap '' INT TERM HUP
  if [[ -n ${ENGINE_USED:-} ]]; then
    step "removing what the tests made …"
    remove_everything_of "$INSTANCE"
    rm -f "$DATA/instance"
  fi
  # Ended before its time: that is a failure too.
  say "${SUMMARY:-drydock: $PASSED passed, $((FAILED + 1)) failed, $SKIPPED skipped}"
  exit "$status"
}

want_test_programs() {
  local program package
  for program in shellcheck:shellcheck python3:python3 chromium:chromium; do
    package=${program#*:}
    case $package in
      shellcheck) chosen shell || continue ;;
      python3) chosen shell launcher || continue ;;
      chromium) chosen browser course || continue ;;
    esac
    command -v "${program%%:*}" >/dev/null || want "$package" "needed by the tests"
  done
  if chosen browser course && on_debian && [[ ! -d /usr/share/doc/fonts-noto-cjk ]]; then
    want fonts-noto-cjk "shows the Korean pages"
  fi
  if chosen unit contract browser course; then want_programs build; else install_wanted; fi
}

# prepare_tests: what the tests need to find: the jar, the images, and where they are.
prepare_tests() {
  local jar_hash image_hash
  if chosen unit contract browser course; then
    jar_hash=$(source_hash "${JAR_SOURCES[@]}")
    jar_is_current "$jar_hash" || build_jar "$jar_hash"
  fi
  if chosen contract browser course; then
    need_engine
    need_apparmor_profile
    ENGINE_USED=yes
    image_hash=$(source_hash "${IMAGE_SOURCES[@]}")
    build_images "$image_hash"
    build_image app "the classroom's own image" "$image_hash"
    ! chosen contract || build_recipes_image
    build_image egress "the proxy between machines and the internet" "$(source_hash "${EGRESS_SOURCES[@]}")"
  fi
  export DRYDOCK_TEST_INSTANCE=$INSTANCE
  export DRYDOCK_MACHINE_IMAGE=drydock/machine:$INSTANCE
  export DRYDOCK_MIRROR_IMAGE=drydock/mirror:$INSTANCE
  export DRYDOCK_EGRESS_IMAGE=drydock/egress:$INSTANCE
  export DRYDOCK_APP_IMAGE=drydock/app:$INSTANCE
  export DRYDOCK_RECIPES_IMAGE=drydock/recipes:$INSTANCE
  export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=localhost
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  DRYDOCK_CHROMIUM=$(command -v chromium) || DRYDOCK_CHROMIUM=/usr/bin/chromium
  export DRYDOCK_CHROMIUM
}

# build_recipes_image: the proxies, and systemd, that the recipes in src/deploy are for.
build_recipes_image() {
  run_logged "building what the recipes are tried with" "$LOGS/build-recipes.log" \
    docker_build -f src/test/deploy/Dockerfile -t "drydock/recipes:$INSTANCE" --label "dev.drydock.instance=$INSTANCE" || exit 1
}

run_suites() {
  ! chosen javascript || suite_javascript
  ! chosen shell || suite_shell
  ! chosen launcher || suite_launcher
  ! chosen unit contract browser course || suite_java
}

# The last line is printed when everything is cleaned up, so that nothing can follow it.
report_tests() {
  local failure
  for failure in "${FAILURES[@]}"; do say "  ${RED}failed:${PLAIN} $failure"; done
  SUMMARY="drydock: $PASSED passed, $FAILED failed, $SKIPPED skipped"
  ((FAILED == 0)) || exit 1
}

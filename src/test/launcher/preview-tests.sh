# shellcheck shell=bash
# The author's preview: which lessons it shows, under which address, and that it is an instance of its own.

# start_preview ARGUMENT…: until it has printed its address; sets PREVIEW, its process.
start_preview() {
  python3 -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])' \
    "$CHECKOUT/drydock" lesson preview "$@" >"$WORLD/said" 2>&1 </dev/null &
  PREVIEW=$!
  until grep -q 'Ctrl-C stops it' "$WORLD/said"; do
    kill -0 "$PREVIEW" 2>/dev/null || fail_test "$(<"$WORLD/said")"
    sleep 0.05
  done
  cp "$DATA/preview/server.pid" "$WORLD/preview.pids"
}

# make_course DIRECTORY
make_course() {
  mkdir -p "$1/mine/01-hello"
  echo 'title: Mine' >"$1/mine/course.yaml"
  echo '# Hello' >"$1/mine/01-hello/lesson.md"
}

test_preview_shows_the_lesson_on_an_instance_of_its_own() {
  fake_everything
  make_course "$CHECKOUT/lessons"
  start_preview mine/01-hello --port "$(free_port)"
  grep -q 'sign-in?token=[0-9a-f]*&to=/courses/mine/lessons/01-hello$' <(sed 's/\x1b\[[0-9;]*m//g' "$WORLD/said") || fail_test "$(<"$WORLD/said")"
  grep -q -- "--drydock.data=$DATA/preview --drydock.lessons=$CHECKOUT/lessons --drydock.preview=true --drydock.database.url= " "$WORLD/calls" \
    || fail_test "$(<"$WORLD/calls")"
  kill -INT "$PREVIEW"
  wait "$PREVIEW"
  expect_ended "$(<"$WORLD/preview.pids")"
}

test_preview_finds_lessons_elsewhere_from_a_file_of_theirs() {
  fake_everything
  make_course "$WORLD/other lessons"
  cd "$WORLD/other lessons/mine"
  start_preview 01-hello/lesson.md --port "$(free_port)"
  grep -q -- "--drydock.lessons=$WORLD/other lessons --drydock.preview=true" "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  grep -q 'to=/courses/mine/lessons/01-hello' "$WORLD/said" || fail_test "$(<"$WORLD/said")"
  run drydock lesson preview
  expect_status 1
  expect_said "a preview is running already"
  kill -INT "$PREVIEW"
  wait "$PREVIEW"
}

test_preview_refuses_what_is_not_there() {
  fake_everything
  run drydock lesson preview nowhere/at-all
  expect_status 1
  expect_said "there is no course or lesson 'nowhere/at-all'"
  run drydock lesson preview --lessons "$WORLD/none"
  expect_status 1
  expect_said "there is no directory $WORLD/none"
  expect_equal "$(calls '^mvn ')" 0
}

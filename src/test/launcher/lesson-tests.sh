# shellcheck shell=bash
# The authors' commands: what is built for them, and how they reach the jar.

test_lesson_commands_explain_themselves_without_java() {
  local command
  run drydock lesson
  expect_status 0
  expect_said "lint [PATH]"
  for command in lint test new preview stamp; do
    run drydock lesson "$command" --help
    expect_status 0
    expect_said "./drydock lesson $command"
  done
  run drydock lesson sing
  expect_status 1
  expect_said "no command 'lesson sing'"
  expect_equal "$(calls .)" 0
}

test_lesson_lint_needs_the_jar_and_no_engine() {
  fake_everything
  : >"$WORLD/lesson-exits"
  run drydock lesson lint my-course --json
  expect_status 0
  expect_equal "$(calls '^mvn ')" 1
  expect_equal "$(calls '^docker ')" 0
  grep -q -- "-Ddrydock.lessons=$CHECKOUT/lessons -Ddrydock.cache=/[^ ]* .*/drydock.jar lesson lint my-course --json\$" "$WORLD/calls" \
    || fail_test "$(<"$WORLD/calls")"
  run drydock lesson lint
  expect_equal "$(calls '^mvn ')" 1
}

test_lesson_lint_keeps_its_output_to_itself() {
  fake_everything
  echo 'printf "{}"' >"$WORLD/lesson-exits"
  STATUS=0
  OUTPUT=$(drydock lesson lint --json 2>/dev/null) || STATUS=$?
  expect_status 0
  expect_equal "$OUTPUT" "{}"
}

test_lesson_test_gets_engine_images_and_exit_code() {
  fake_everything
  echo 'exit 1' >"$WORLD/lesson-exits"
  run drydock lesson test --jobs 2
  expect_status 1
  expect_not_said "What to do"
  grep -q '^docker build .*--target machine ' "$WORLD/calls" || fail_test "no machine image was built"
  grep -q -- '-Ddrydock.machine.image=drydock/machine:[0-9a-f]\{12\} -Ddrydock.mirror.image=drydock/mirror:[0-9a-f]\{12\} .*lesson test --jobs 2$' \
    "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
}

test_lesson_commands_run_where_the_author_is() {
  fake_everything
  echo 'echo "here: $PWD"' >"$WORLD/lesson-exits"
  mkdir "$WORLD/elsewhere"
  cd "$WORLD/elsewhere"
  run drydock lesson test
  expect_status 0
  expect_said "here: $WORLD/elsewhere"
}

test_lesson_test_without_an_engine_says_what_to_do() {
  fake_everything
  echo denied >"$WORLD/engine"
  run drydock lesson test
  expect_status 1
  expect_said "What to do"
  expect_equal "$(calls 'drydock.jar lesson')" 0
}

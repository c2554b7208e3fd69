# shellcheck shell=bash
# The commands themselves: help, wrong words, and the sum at the end of the tests.

test_every_command_explains_itself() {
  local command
  for command in up down status backup restore test doctor bench lesson; do
    run drydock "$command" --help
    expect_status 0
    expect_said "./drydock $command"
    run drydock help
    expect_said "./drydock $command"
  done
}

test_wrong_commands_and_options_are_named() {
  run drydock dance
  expect_status 1
  expect_said "no command 'dance'"
  run drydock up --sideways
  expect_status 1
  expect_said "'--sideways' is not an option"
  run drydock up --port
  expect_status 1
  expect_said "--port wants a value"
}

test_the_sum_adds_up_reports_and_ends_with_one_line() {
  local tests=$CHECKOUT/src/test/launcher
  mkdir -p "$tests"
  printf 'echo "3 passed, 1 failed"; exit 1\n' >"$tests/run"
  run drydock test --only launcher
  expect_status 1
  expect_equal "${OUTPUT##*$'\n'}" "drydock: 3 passed, 1 failed, 0 skipped"
  printf 'echo "4 passed, 0 failed"\n' >"$tests/run"
  run drydock test --only launcher
  expect_status 0
  expect_equal "${OUTPUT##*$'\n'}" "drydock: 4 passed, 0 failed, 0 skipped"
}

test_a_suite_that_dies_without_counting_is_a_failure() {
  mkdir -p "$CHECKOUT/src/test/launcher"
  echo 'exit 3' >"$CHECKOUT/src/test/launcher/run"
  run drydock test --only launcher
  expect_status 1
  expect_equal "${OUTPUT##*$'\n'}" "drydock: 0 passed, 1 failed, 0 skipped"
}

test_java_reports_are_added_up_and_the_instance_is_removed() {
  fake_everything
  cat >"$TOOLS/mvn" <<'END'
#!/usr/bin/env bash
echo "mvn $*" >>"$WORLD/calls"
mkdir -p "$WORLD/the checkout/target/surefire-reports"
echo jar >"$WORLD/the checkout/target/drydock.jar"
cd "$WORLD/the checkout/target/surefire-reports" || exit 1
echo '<testsuite name="a" time="1.0" tests="7" errors="1" skipped="2" failures="1"><testcase name="tests=9"/></testsuite>' >TEST-a.xml
printf '<testsuite\n name="b" tests="2"\n errors="0" skipped="0" failures="0"/>' >TEST-b.xml
env >"$WORLD/environment"
case $* in *verify*) exit 1 ;; esac
END
  run drydock test --only unit --only contract
  expect_status 1
  expect_equal "${OUTPUT##*$'\n'}" "drydock: 5 passed, 2 failed, 2 skipped"
  grep -q '^mvn .*verify -DexcludedGroups=browser|course$' "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  grep -q '^DRYDOCK_MACHINE_IMAGE=drydock/machine:[0-9a-f]\{12\}$' "$WORLD/environment" || fail_test "no image named"
  grep -q '^docker images -q --filter label=dev.drydock.instance=' "$WORLD/calls" || fail_test "nothing was removed"
}

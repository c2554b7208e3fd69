# shellcheck shell=bash
# The benches: what is made ready for them, and what they are told. What they measure is not tested.

fake_bench() {
  fake_everything
  mkdir -p "$CHECKOUT/bench"
  cat >"$CHECKOUT/bench/run" <<'END'
#!/usr/bin/env bash
env >"$WORLD/environment"
echo "bench: $*"
END
  chmod +x "$CHECKOUT/bench/run"
}

test_benches_of_page_and_lint_need_the_jar_and_no_engine() {
  local name
  fake_bench
  for name in page lint; do
    run drydock bench "$name" --rounds 1 --json
    expect_status 0
    expect_said "bench: $name --rounds 1 --json"
    expect_equal "$(calls '^mvn ')" 1
    expect_equal "$(calls '^docker ')" 0
  done
}

test_a_bench_is_told_the_command_of_the_server_a_word_a_line() {
  fake_bench
  DRYDOCK_JAVA_OPTIONS='-Xmx300m -Xint' run drydock bench page
  expect_status 0
  grep -qx 'DRYDOCK_COMMAND=.*/bin/java' "$WORLD/environment" || fail_test "$(<"$WORLD/environment")"
  grep -qx -- '-Xint' "$WORLD/environment" || fail_test "$(<"$WORLD/environment")"
  grep -qx "$CHECKOUT/target/launcher/app-[0-9a-f]*/drydock.jar" "$WORLD/environment" || fail_test "$(<"$WORLD/environment")"
}

test_a_bench_that_there_is_not_is_named() {
  run drydock bench press
  expect_status 1
  expect_said "no bench 'press'"
  run drydock bench page
  expect_status 1
  expect_said "bench/run is missing"
}

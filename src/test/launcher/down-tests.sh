# shellcheck shell=bash
# Stopping: what is ours, all of it, and nothing else.

test_down_never_signals_a_foreign_process() {
  local other
  fake_everything
  mkdir -p "$DATA"
  echo 0123456789ab >"$DATA/instance"
  sleep 60 &
  other=$!
  echo "$other" >"$WORLD/other.pids"
  echo "$other" >"$DATA/server.pid"
  run drydock down
  expect_status 0
  kill -0 "$other" || fail_test "a process that is not ours was ended"
  [[ ! -e $DATA/server.pid ]] || fail_test "the stale number is still there"
}

test_down_leaves_the_server_of_another_data_directory_alone() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  mkdir -p "$WORLD/other"
  echo 0123456789ab >"$WORLD/other/instance"
  cp "$DATA/server.pid" "$WORLD/other/server.pid"
  run drydock down --data "$WORLD/other"
  expect_status 0
  kill -0 "$(<"$DATA/server.pid")" || fail_test "the other directory's server was ended"
}

test_down_stops_this_instances_containers_and_removes_none() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  printf '%s\n' c0ffee decade >"$WORLD/containers"
  run drydock down
  expect_status 0
  grep -q "^docker ps -q --filter label=dev.drydock.instance=$(<"$DATA/instance")$" "$WORLD/calls" || fail_test "asked for others"
  grep -q '^docker stop c0ffee decade$' "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  expect_equal "$(calls '^docker rm')" 0
}

test_down_is_fine_when_nothing_runs() {
  fake_everything
  run drydock down
  expect_status 0
  expect_said "Nothing to stop"
  run drydock up --detach --port "$(free_port)"
  run drydock down
  expect_status 0
  run drydock down
  expect_status 0
}

test_down_reports_machines_that_it_could_not_reach() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  echo denied >"$WORLD/engine"
  run drydock down
  expect_status 1
  expect_said "the server is stopped, but not the machines"
}

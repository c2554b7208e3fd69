# shellcheck shell=bash
# ./drydock status: what runs, whose it is, and what it says when it cannot look.

test_status_tells_the_server_and_each_machine() {
  local id port
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  id=$(<"$DATA/instance")
  cat >"$WORLD/containers" <<END
drydock-$id-0123456789ab.ada running drydock/machine:$id
drydock-$id-1123456789ab.bob paused 0123456789ab
drydock-$id-2123456789ab.cem-2 exited drydock/machine:$id
drydock-$id-3123456789ab running drydock/machine:$id
drydock-$id-4123456789ab created drydock/machine:$id
drydock-$id-5123456789ab.ada.next running drydock/machine:$id
drydock-$id-6123456789ab exited drydock/machine:$id
END
  run drydock status
  expect_status 0
  expect_said "The server runs at http://127.0.0.1:$port"
  expect_said "Machines: 1 running, 1 paused, 2 stopped, 1 spare, 2 being made."
  expect_said "0123456789ab   running  current  ada"
  expect_said "2123456789ab   stopped  current  cem-2"
  expect_said "3123456789ab   spare    current  -"
  expect_said "1123456789ab   paused   older    bob"
  expect_said "1 of an older image"
  run drydock status --json
  expect_status 0
  python3 - "$OUTPUT" "$port" <<'END' || fail_test "$OUTPUT"
import json, sys
status = json.loads(sys.argv[1])
assert status["server"] == "http://127.0.0.1:" + sys.argv[2], status
assert status["machines"][1] == {"id": "1123456789ab", "state": "paused", "image": "older", "owner": "bob"}, status
assert status["machines"][3]["owner"] is None, status
END
  grep -q -- "--filter label=dev.drydock.instance=$id --filter label=dev.drydock.role=machine" "$WORLD/calls" || fail_test "asked for others"
}

test_status_when_nothing_runs_says_what_starts_it() {
  fake_everything
  run drydock status
  expect_status 1
  expect_said "is not a data directory of Drydock yet"
  run drydock up --detach --port "$(free_port)"
  run drydock down
  run drydock status
  expect_status 0
  expect_said "The server does not run; ./drydock up starts it."
  expect_said "Machines: 0 running"
  run drydock status --json
  expect_said '"server":null'
}

test_status_when_the_engine_is_away_says_so() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  echo denied >"$WORLD/engine"
  run drydock status
  expect_status 1
  expect_said "the machines cannot be looked at"
}

# shellcheck shell=bash
# ./drydock rehearse: what it asks for, what it is given, and that nothing stays behind.

test_a_rehearsal_without_a_number_of_learners_asks_for_it() {
  run drydock rehearse
  expect_status 1
  expect_said "how many learners?"
  expect_said "./drydock rehearse --learners 30"
  run drydock rehearse --learners
  expect_status 1
  run drydock rehearse --pupils 3
  expect_status 1
  expect_said "--pupils"
}

test_a_rehearsal_works_on_an_instance_of_its_own_and_removes_it() {
  local id
  fake_everything
  cat >"$WORLD/rehearsal" <<END
echo "\$DRYDOCK_COMMAND" >"$WORLD/command"
cp "$CHECKOUT/target/rehearsal-data/instance" "$WORLD/id"
env | grep DRYDOCK_DATABASE >"$WORLD/database"
exit 1
END
  DRYDOCK_DATABASE_URL=jdbc:postgresql://db/classroom DRYDOCK_DATABASE_PASSWORD=hush run drydock rehearse --learners 7 --minutes 2 --json report.json
  expect_status 1
  grep -q "^java .* rehearse --data $CHECKOUT/target/rehearsal-data --address http://127.0.0.1:[0-9]* --learners 7 --minutes 2 --json report.json" \
    "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  id=$(<"$WORLD/id")
  grep -qx -- "--drydock.data=$CHECKOUT/target/rehearsal-data" "$WORLD/command" || fail_test "$(<"$WORLD/command")"
  grep -qx -- "--drydock.machine.image=drydock/machine:$id" "$WORLD/command" || fail_test "$(<"$WORLD/command")"
  grep -qx -- "--drydock.database.url=" "$WORLD/command" || fail_test "it would work on the classroom's own database: $(<"$WORLD/command")"
  [[ ! -s $WORLD/database ]] || fail_test "it is told of the classroom's own database: $(<"$WORLD/database")"
  [[ ! -e $CHECKOUT/target/rehearsal-data ]] || fail_test "its data is still there"
  [[ ! -e $DATA ]] || fail_test "the classroom's own data was touched"
  grep -q "^docker .*label=dev.drydock.instance=$id" "$WORLD/calls" || fail_test "nothing was removed"
}

test_what_a_killed_rehearsal_left_the_next_one_removes() {
  fake_everything
  echo 'exit 0' >"$WORLD/rehearsal"
  mkdir -p "$CHECKOUT/target/rehearsal-data"
  echo 0123456789ab >"$CHECKOUT/target/rehearsal-data/instance"
  run drydock rehearse --learners 1
  expect_status 0
  grep -q "^docker .*label=dev.drydock.instance=0123456789ab" "$WORLD/calls" || fail_test "nothing was removed"
}

test_benches_that_learners_play_are_rehearsals() {
  fake_everything
  echo 'exit 0' >"$WORLD/rehearsal"
  run drydock bench crash --kills 3
  expect_status 0
  grep -q "^java .* rehearse .* --learners 20 --kills 100 --kills 3" "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  run drydock bench neighbour
  expect_status 0
  grep -q "^java .* rehearse .* --learners 1 --noise 20" "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  run drydock bench crash --help
  expect_status 0
  expect_said "crash      N learners"
}

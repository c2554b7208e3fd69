# shellcheck shell=bash
# ./drydock backup and restore: what the launcher adds to what the jar does.

test_backup_names_a_file_and_asks_the_jar() {
  local id
  fake_everything
  run drydock up --detach --port "$(free_port)"
  id=$(<"$DATA/instance")
  cd "$WORLD" || exit 1
  run drydock backup
  expect_status 0
  grep -qE "java .* backup --data $DATA -- $WORLD/drydock-$id-[0-9]{8}-[0-9]{6}\.zip" "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  run drydock backup "a file.zip"
  expect_status 0
  grep -qF "backup --data $DATA -- $WORLD/a file.zip" "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
}

test_backup_without_data_says_so() {
  fake_everything
  run drydock backup
  expect_status 1
  expect_said "is not a data directory of Drydock yet"
  run drydock backup one two
  expect_status 1
  expect_said "'two' is one file too many"
}

test_backup_that_fails_fails() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  : >"$WORLD/backup-fails"
  run drydock backup "$WORLD/x.zip"
  expect_status 2
  expect_said "the backup failed"
}

test_restore_refuses_while_the_server_runs() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  : >"$WORLD/a.zip"
  run drydock restore "$WORLD/a.zip"
  expect_status 1
  expect_said "the server of $DATA runs"
  expect_equal "$(calls ' restore --data')" 0
  run drydock down
  run drydock restore "$WORLD/a.zip"
  expect_status 0
  grep -qF "restore --data $DATA -- $WORLD/a.zip" "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
}

test_restore_into_nothing_makes_the_directory_for_its_owner_only() {
  fake_everything
  : >"$WORLD/a.zip"
  run drydock restore "$WORLD/a.zip" --data "$WORLD/elsewhere"
  expect_status 0
  expect_equal "$(stat -c %a "$WORLD/elsewhere")" 700
  run drydock restore "$WORLD/b.zip"
  expect_status 1
  expect_said "there is no file $WORLD/b.zip"
  run drydock restore
  expect_status 1
  expect_said "restore wants the file"
}

# shellcheck shell=bash
# Starting: from nothing, again, twice at once, and after a launcher was killed.

test_up_builds_starts_and_prints_an_address_whose_hash_is_on_disk() {
  local port token hash
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  expect_status 0
  [[ $OUTPUT =~ http://127\.0\.0\.1:$port/sign-in\?token=([0-9a-f]{64}) ]] || fail_test "no address in: $OUTPUT"
  token=${BASH_REMATCH[1]}
  hash=$(printf %s "$token" | sha256sum)
  expect_equal "$(stat -c '%a %s' "$DATA/sign-in/${hash%% *}")" "600 0"
  expect_equal "$(stat -c %a "$DATA") $(stat -c %a "$DATA/sign-in")" "700 700"
  [[ $(<"$DATA/instance") =~ ^[0-9a-f]{12}$ ]] || fail_test "instance: $(<"$DATA/instance")"
  grep -q -- "--label dev.drydock.instance=$(<"$DATA/instance")" "$WORLD/calls" || fail_test "images without label"
  [[ -e $WORLD/images/drydock_mirror_$(<"$DATA/instance") ]] || fail_test "no mirror image"
}

test_second_up_builds_and_starts_nothing_and_prints_another_address() {
  local port first before
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  first=$OUTPUT
  before=$(<"$WORLD/calls")
  run drydock up
  expect_status 0
  expect_said "already running"
  expect_said "http://127.0.0.1:$port/sign-in?token="
  expect_equal "$(<"$WORLD/calls")" "$before"
  [[ ${OUTPUT##*token=} != "${first##*token=}" ]] || fail_test "the same token twice"
}

test_up_works_through_a_link_from_another_directory_with_a_relative_data_directory() {
  fake_everything
  ln -s "$CHECKOUT/drydock" "$WORLD/a link"
  cd "$WORLD"
  run "./a link" up --detach --port "$(free_port)" --data "my own data"
  expect_status 0
  [[ -s "$WORLD/my own data/instance" ]] || fail_test "the data directory is not where it was asked for"
  run "./a link" down --data "my own data"
  expect_status 0
  [[ ! -e "$WORLD/my own data/server.pid" ]] || fail_test "the server was not stopped"
}

test_up_rebuilds_when_contents_change_and_not_when_dates_do() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  run drydock down
  touch "$CHECKOUT/pom.xml" "$CHECKOUT/Dockerfile"
  run drydock up --detach --port "$port"
  expect_status 0
  expect_equal "$(calls '^mvn ') $(calls 'target machine')" "1 1"
  run drydock down
  echo '<!-- new -->' >>"$CHECKOUT/pom.xml"
  echo 'LABEL new=yes' >>"$CHECKOUT/Dockerfile"
  run drydock up --detach --port "$port"
  expect_status 0
  expect_equal "$(calls '^mvn ') $(calls 'target machine')" "2 2"
}

test_up_names_the_program_that_has_the_port_before_it_builds_anything() {
  local port
  fake_everything
  port=$(free_port)
  python3 "$HERE/fake-server.py" "$port" &
  echo $! >"$WORLD/other.pids"
  until (exec 5<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.05; done
  run drydock up --detach --port "$port"
  expect_status 1
  expect_said "port $port is taken by"
  expect_said "(process $(<"$WORLD/other.pids"))"
  expect_said "--port $((port + 1))"
  expect_equal "$(calls '^mvn ')" 0
}

test_up_refuses_what_is_not_a_port() {
  fake_everything
  run drydock up --port 70000
  expect_status 1
  expect_said "'70000' is not a port"
}

test_up_waits_for_another_up_and_says_so() {
  fake_everything
  mkdir -p "$DATA"
  flock "$DATA/up.lock" sleep 1 &
  sleep 0.3
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_said "Another ./drydock is at work on"
}

test_two_ups_at_once_start_one_server() {
  local port
  fake_everything
  port=$(free_port)
  drydock up --detach --port "$port" >"$WORLD/one" 2>&1 </dev/null &
  drydock up --detach --port "$port" >"$WORLD/two" 2>&1 </dev/null &
  wait
  expect_equal "$(wc_lines "$WORLD/servers.pids") $(calls '^mvn ')" "1 1"
  expect_equal "$(cat "$WORLD/one" "$WORLD/two" | grep -c 'sign-in?token=')" 2
}
wc_lines() { grep -c '' "$1"; }

test_up_recovers_from_a_launcher_killed_in_the_middle_of_the_build() {
  local launcher
  fake_everything
  : >"$WORLD/maven-hangs"
  "$CHECKOUT/drydock" up --detach --port "$(free_port)" >/dev/null 2>&1 </dev/null &
  launcher=$!
  until [[ -s $WORLD/builds.pids ]]; do sleep 0.05; done
  kill -KILL "$launcher" "$(<"$WORLD/builds.pids")"
  rm "$WORLD/maven-hangs"
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_equal "$(<"$CHECKOUT/target/drydock.jar")" "a whole jar"
}

test_up_recovers_from_a_launcher_killed_in_the_middle_of_an_image() {
  local launcher
  fake_everything
  : >"$WORLD/build-hangs"
  "$CHECKOUT/drydock" up --detach --port "$(free_port)" >/dev/null 2>&1 </dev/null &
  launcher=$!
  until [[ -s $WORLD/builds.pids ]]; do sleep 0.05; done
  kill -KILL "$launcher" "$(<"$WORLD/builds.pids")"
  rm "$WORLD/build-hangs"
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_equal "$(calls '^mvn ')" 1
  expect_equal "$(calls 'target mirror')" 1
}

test_up_trains_no_server_on_the_classrooms_own_database() {
  fake_everything
  DRYDOCK_DATABASE_URL=jdbc:postgresql://db/classroom run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_equal "$(calls 'AOTCacheOutput=.* --drydock.database.url= ')" 1
  expect_equal "$(calls '--drydock.database.url=')" 1
}

test_up_ends_the_training_server_of_a_killed_launcher() {
  local launcher
  fake_everything
  : >"$WORLD/training-hangs"
  "$CHECKOUT/drydock" up --detach --port "$(free_port)" >/dev/null 2>&1 </dev/null &
  launcher=$!
  until [[ -s $WORLD/training.pids ]]; do sleep 0.05; done
  kill -KILL "$launcher"
  rm "$WORLD/training-hangs"
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_ended "$(<"$WORLD/training.pids")"
}

test_up_recovers_from_a_killed_server() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  kill -KILL "$(<"$DATA/server.pid")"
  until ! (exec 5<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.05; done
  run drydock up --detach --port "$port"
  expect_status 0
  expect_not_said "already running"
  expect_equal "$(wc_lines "$WORLD/servers.pids")" 2
}

test_up_shows_the_servers_last_words_when_it_dies() {
  fake_everything
  : >"$WORLD/server-fails"
  run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "The moon is in the way."
  [[ ! -e $DATA/server.pid ]] || fail_test "a number is left behind"
}

test_up_names_a_full_disk_and_the_log() {
  fake_everything
  echo 'write /layer: no space left on device' >"$WORLD/build-says"
  run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "no space left on device"
  expect_said "the disk is full"
  expect_said "$DATA/logs/build-machine.log"
}

test_ctrl_c_stops_the_server_and_keeps_the_data() {
  local launcher server
  fake_everything
  # A background job starts with this signal ignored; python restores it.
  python3 -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])' \
    "$CHECKOUT/drydock" up --port "$(free_port)" >"$WORLD/said" 2>&1 </dev/null &
  launcher=$!
  until grep -q 'Ctrl-C stops it' "$WORLD/said"; do sleep 0.05; done
  server=$(<"$DATA/server.pid")
  kill -INT "$launcher"
  wait "$launcher"
  grep -q 'Stopped' "$WORLD/said" || fail_test "$(<"$WORLD/said")"
  expect_ended "$server"
  [[ -s $DATA/instance && ! -e $DATA/server.pid ]] || fail_test "the data directory is not as it should be"
}

test_up_says_that_the_start_will_be_slower_where_the_cache_cannot_be_made() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_said "the start-up cache could not be made"
}

test_up_loads_the_apparmor_profile_once_where_apparmor_is_on() {
  fake_everything
  local profile=src/main/resources/dev/drydock/machine/apparmor.profile
  mkdir -p "$CHECKOUT/${profile%/*}"
  cp "$REPOSITORY/$profile" "$CHECKOUT/$profile"
  mkdir -p "$SYSTEM/sys/module/apparmor/parameters" "$SYSTEM/sys/kernel/security/apparmor"
  echo Y >"$SYSTEM/sys/module/apparmor/parameters/enabled"
  printf '#!/bin/bash\nif [[ -n ${2:-} ]]; then exit 1; fi\ncat >>"%s/loaded"; echo "drydock-machine (enforce)" >>"%s"\n' \
    "$WORLD" "$SYSTEM/sys/kernel/security/apparmor/profiles" | fake apparmor_parser
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  run drydock down
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_equal "$(grep -c '^profile drydock-machine' "$WORLD/loaded") $(grep -c '^  userns,' "$WORLD/loaded")" "1 0"
}

test_up_prints_the_address_by_which_a_proxy_is_known() {
  fake_everything
  export DRYDOCK_ADDRESS=https://classroom.example.org
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  [[ $OUTPUT =~ https://classroom\.example\.org/sign-in\?token=[0-9a-f]{64} ]] || fail_test "no such address in: $OUTPUT"
  expect_not_said "127.0.0.1"
}

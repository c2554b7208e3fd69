# shellcheck shell=bash
# doctor: honest about what it saw, in words and in JSON.

# good_system: a system in which nothing is missing.
good_system() {
  fake_everything
  mkdir -p "$SYSTEM"/proc/sys/{kernel,user,fs} "$SYSTEM/sys/module" "$SYSTEM/sys/fs/cgroup"
  echo 6.12.0 >"$SYSTEM/proc/sys/kernel/osrelease"
  echo 9223372036854775807 >"$SYSTEM/proc/sys/fs/file-max"
  echo 96000 >"$SYSTEM/proc/sys/user/max_user_namespaces"
  echo 'MemTotal: 16000000 kB' >"$SYSTEM/proc/meminfo"
  : >"$SYSTEM/sys/fs/cgroup/cgroup.controllers"
  printf '#!/bin/sh\necho v20.1.0\n' | fake node
  printf '#!/bin/sh\necho 10.1.0\n' | fake npm
  printf '#!/bin/sh\necho Apache Maven 3.9.1\n' | fake mvn
}

# state_of NAME: what the JSON says, read by a real parser.
state_of() {
  python3 -c 'import json, sys
print(next(f["state"] for f in json.loads(sys.argv[1])["findings"] if f["name"] == sys.argv[2]))' "$OUTPUT" "$1"
}

test_doctor_is_content_with_a_good_system() {
  good_system
  run drydock doctor
  expect_status 0
  expect_not_said missing
  run drydock doctor --json
  expect_status 0
  expect_equal "$(state_of JDK) $(state_of engine) $(state_of kernel) $(state_of cgroups)" "ok ok ok ok"
}

test_doctor_fails_and_names_the_remedy_when_something_is_missing() {
  good_system
  echo 0 >"$SYSTEM/proc/sys/user/max_user_namespaces"
  run drydock doctor
  expect_status 1
  expect_said "sysctl -w user.max_user_namespaces"
}

test_doctor_calls_unknown_what_it_could_not_look_at() {
  good_system
  echo denied >"$WORLD/engine"
  rm -r "$SYSTEM/sys/module" "$SYSTEM/proc/meminfo" "$SYSTEM/sys/fs/cgroup"
  run drydock doctor --json
  expect_status 1
  expect_equal "$(state_of engine) $(state_of disk) $(state_of AppArmor) $(state_of memory) $(state_of cgroups)" \
    "missing unknown unknown unknown unknown"
}

test_doctor_calls_little_memory_weak_which_is_no_failure_and_takes_either_cgroup() {
  good_system
  rm "$SYSTEM/sys/fs/cgroup/cgroup.controllers"
  mkdir "$SYSTEM/sys/fs/cgroup/memory"
  echo 'MemTotal: 2000000 kB' >"$SYSTEM/proc/meminfo"
  run drydock doctor --json
  expect_status 0
  expect_equal "$(state_of cgroups) $(state_of memory)" "ok weak"
}

test_doctor_calls_few_open_files_weak_and_names_the_remedy() {
  good_system
  echo 63999999 >"$SYSTEM/proc/sys/fs/file-max"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of "open files")" "0 weak"
  expect_said "sysctl -w fs.file-max=9223372036854775807"
  echo 64000000 >"$SYSTEM/proc/sys/fs/file-max"
  run drydock doctor --json
  expect_equal "$(state_of "open files")" ok
  rm "$SYSTEM/proc/sys/fs/file-max"
  run drydock doctor --json
  expect_equal "$(state_of "open files")" unknown
}

test_doctor_sees_that_apparmor_needs_a_profile() {
  good_system
  mkdir -p "$SYSTEM/sys/module/apparmor/parameters" "$SYSTEM/sys/kernel/security/apparmor"
  echo Y >"$SYSTEM/sys/module/apparmor/parameters/enabled"
  echo 'docker-default (enforce)' >"$SYSTEM/sys/kernel/security/apparmor/profiles"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of AppArmor)" "1 missing"
  expect_said "apparmor_parser -r"
  echo 'drydock-machine (enforce)' >>"$SYSTEM/sys/kernel/security/apparmor/profiles"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of AppArmor)" "0 ok"
}

test_doctor_tells_engines_that_cannot_carry_machines_or_were_never_tried() {
  good_system
  run drydock doctor --json
  expect_equal "$STATUS $(state_of "kind of engine")" "0 ok"
  echo 'Debian GNU/Linux 13|["name=seccomp,profile=builtin","name=rootless"]' >"$WORLD/kind"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of "kind of engine")" "1 missing"
  expect_said "docker context use default"
  echo 'Debian GNU/Linux 13|["name=seccomp,profile=builtin","name=userns"]' >"$WORLD/kind"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of "kind of engine")" "1 missing"
  expect_said "take userns-remap out"
  echo 'Docker Desktop|["name=seccomp,profile=unconfined"]' >"$WORLD/kind"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of "kind of engine")" "0 unknown"
  : >"$WORLD/kind"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of "kind of engine")" "0 unknown"
}

test_doctor_says_that_selinux_was_never_tried() {
  good_system
  mkdir -p "$SYSTEM/sys/fs/selinux"
  echo 1 >"$SYSTEM/sys/fs/selinux/enforce"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of SELinux)" "0 unknown"
  expect_said "not tried"
  echo 0 >"$SYSTEM/sys/fs/selinux/enforce"
  run drydock doctor --json
  expect_equal "$STATUS $(state_of SELinux)" "0 ok"
}

test_doctor_writes_valid_json_whatever_other_programs_say() {
  good_system
  printf '#!/bin/bash\nprintf "say \\"no\\" \\\\ \\t\\e[1m\\x01 done\\n" >&2\nexit 1\n' | fake docker
  run drydock doctor --json
  expect_equal "$STATUS $(state_of engine)" "1 missing"
  python3 -c 'import json, sys
detail = [f for f in json.loads(sys.argv[1])["findings"] if f["name"] == "engine"][0]["detail"]
assert "say \"no\" \\" in detail, detail' "$OUTPUT"
}

test_doctor_changes_nothing() {
  local before
  good_system
  before=$(find "$CHECKOUT" "$SYSTEM" -type f | sort)
  run drydock doctor
  expect_equal "$(find "$CHECKOUT" "$SYSTEM" -type f | sort)" "$before"
  [[ ! -e $DATA ]] || fail_test "a data directory was made"
}

# shellcheck shell=bash
# ./drydock bench host: what it is told, what it says where nothing can be tried, and what it hands on. The guest itself is not started.

fake_host() {
  fake_everything
  mkdir -p "$CHECKOUT/bench" "$CHECKOUT/src/test/java/a" "$CHECKOUT/src/test/java/app" "$SYSTEM/dev" "$SYSTEM/proc"
  printf '#!/usr/bin/env bash\nenv >"$WORLD/environment"\necho "bench: $*"\n' >"$CHECKOUT/bench/run"
  chmod +x "$CHECKOUT/bench/run"
  echo '@Tag("contract")' >"$CHECKOUT/src/test/java/a/KernelTests.java"
  echo '@Tag("contract")' >"$CHECKOUT/src/test/java/a/EscapeTests.java"
  echo '@Tag("contract")' >"$CHECKOUT/src/test/java/app/ContainerTests.java"
  echo 'class UnitTests' >"$CHECKOUT/src/test/java/a/UnitTests.java"
  : >"$SYSTEM/dev/kvm"
  printf 'processor : 0\nflags : fpu svm lm\n' >"$SYSTEM/proc/cpuinfo"
  local program
  for program in qemu-system-x86_64 mmdebstrap mke2fs node npm; do printf '#!/bin/sh\n' | fake "$program"; done
  printf '#!/bin/sh\ncase $1 in -m) echo x86_64 ;; *) echo Linux ;; esac\n' | { rm "$TOOLS/uname" && fake uname; }
  # Being root is what a test cannot have everywhere; a guest's disk that is there already needs none.
  mkdir -p "$CHECKOUT/target/host"
  echo disk >"$CHECKOUT/target/host/root.img"
}

test_another_host_is_tried_with_all_tests_on_real_machines() {
  fake_host
  run drydock bench host
  expect_status 0
  expect_said "bench: host --memory 8192 --processors 2"
  grep -qx 'DRYDOCK_HOST_TESTS=EscapeTests,KernelTests' "$WORLD/environment" || fail_test "$(<"$WORLD/environment")"
  grep -qx "DRYDOCK_HOST_IMAGES=drydock/machine:$(<"$DATA/instance") .*hello-world:latest.*" "$WORLD/environment" \
    || fail_test "$(<"$WORLD/environment")"
  expect_equal "$(calls '^mvn .* test ')" 1
}

test_another_host_is_given_the_classes_and_the_size_that_were_asked_for() {
  fake_host
  run drydock bench host --only KernelTests --memory 4096 --processors 1 --keep
  expect_status 0
  expect_said "bench: host --memory 4096 --processors 1 --keep"
  grep -qx 'DRYDOCK_HOST_TESTS=KernelTests' "$WORLD/environment" || fail_test "$(<"$WORLD/environment")"
}

test_another_host_without_kvm_cannot_be_tried_which_is_no_failed_test() {
  fake_host
  rm "$SYSTEM/dev/kvm"
  run drydock bench host
  expect_status 3
  expect_said "there is no /dev/kvm"
  expect_said "nested virtualization"
  expect_equal "$(calls '^mvn ')" 0
}

test_another_host_on_a_kvm_without_hardware_cannot_be_tried_unless_it_is_emulated() {
  fake_host
  printf 'processor : 0\nflags : fpu hypervisor lm\n' >"$SYSTEM/proc/cpuinfo"
  run drydock bench host
  expect_status 3
  expect_said "the processor has no virtualization"
  expect_said "--emulate"
  rm "$SYSTEM/dev/kvm"
  run drydock bench host --emulate
  expect_status 0
  expect_said "--processors 2 --emulate"
}

test_another_host_without_its_programs_names_the_packages() {
  fake_host
  rm "$TOOLS/qemu-system-x86_64" "$TOOLS/mmdebstrap"
  run drydock bench host
  expect_status 1
  expect_said qemu-system-x86
  expect_said mmdebstrap
  expect_equal "$(calls '^mvn ')" 0
}

test_another_host_of_which_something_impossible_is_asked_says_what_is_possible() {
  fake_host
  run drydock bench host --memory 8G
  expect_status 1
  expect_said "'8G' is not a guest's memory"
  run drydock bench host --processors none
  expect_status 1
  expect_said "'none' is not a number of processors"
  run drydock bench host --only UnitTests
  expect_status 1
  expect_said "no test class 'UnitTests'"
  expect_said "EscapeTests KernelTests"
  run drydock bench host --rounds 3
  expect_status 1
  expect_said "'--rounds' is not an option"
}

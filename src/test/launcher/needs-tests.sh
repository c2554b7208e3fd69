# shellcheck shell=bash
# What up and doctor say about the JDK, the engine, the builder and the system.

test_the_nearest_new_enough_jdk_is_found_among_several() {
  fake_jdk "$SYSTEM/usr/lib/jvm/java-17" 17.0.2
  fake_jdk "$SYSTEM/opt/jdk-27" 27
  fake_jdk "$SYSTEM/opt/temurin 25" 25.0.3
  run drydock doctor
  expect_said "25 at $SYSTEM/opt/temurin 25"
}

test_java_home_wins_when_it_is_new_enough_and_is_passed_over_when_not() {
  fake_jdk "$SYSTEM/opt/jdk-25" 25
  fake_jdk "$WORLD/home/mine" 26.0.1
  JAVA_HOME="$WORLD/home/mine" run drydock doctor
  expect_said "26 at $WORLD/home/mine"
  fake_jdk "$WORLD/home/old" 1.8.0_402
  JAVA_HOME="$WORLD/home/old" run drydock doctor
  expect_said "25 at $SYSTEM/opt/jdk-25"
}

test_a_jdk_without_a_release_file_is_asked_for_its_version() {
  fake_jdk "$WORLD/home/.sdkman/candidates/java/odd" 0
  rm "$WORLD/home/.sdkman/candidates/java/odd/release"
  run drydock doctor
  expect_said "25 at $WORLD/home/.sdkman/candidates/java/odd"
}

test_old_jdks_and_runtimes_are_refused_with_a_remedy() {
  fake_everything
  rm -r "$SYSTEM/usr/lib/jvm/jdk-25"
  fake_jdk "$SYSTEM/usr/lib/jvm/java-21" 21.0.4
  fake_jdk "$SYSTEM/usr/lib/jvm/runtime-25" 25.0.3
  rm "$SYSTEM/usr/lib/jvm/runtime-25/bin/javac"
  run drydock up --detach
  expect_status 1
  expect_said "there is no JDK 25 or newer"
  expect_said "What to do: install a JDK 25"
}

test_a_socket_that_may_not_be_used_is_explained() {
  fake_everything
  echo denied >"$WORLD/engine"
  run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "may not use the container engine's socket"
  expect_said "usermod -aG docker"
  expect_equal "$(calls '^mvn ')" 0
}

test_an_engine_that_is_too_old_is_refused() {
  fake_everything
  echo old >"$WORLD/engine"
  run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "version 18.09.1 and speaks API 1.39"
  expect_said "install Docker Engine 20.10 or newer"
}

test_an_engine_elsewhere_that_does_not_answer_is_not_replaced_by_one_here() {
  fake_everything
  echo stopped >"$WORLD/engine"
  DOCKER_HOST=tcp://127.0.0.1:1 run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "not running at tcp://127.0.0.1:1"
  expect_said "unset DOCKER_HOST"
}

test_the_engine_is_started_where_nothing_else_would() {
  fake_everything
  [[ $(id -u) == 0 ]] || return 0
  mkdir -p "$SYSTEM/var/log" "$SYSTEM/var/run"
  echo stopped >"$WORLD/engine"
  # shellcheck disable=SC2016 # the fake's own variable
  printf '#!/bin/sh\nrm "$WORLD/engine"\n' | fake dockerd
  # A number left by a crash, which now is this very test's.
  echo $$ >"$SYSTEM/var/run/docker.pid"
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_said "starting the container engine"
  [[ ! -e $SYSTEM/var/run/docker.pid ]] || fail_test "the stale number would have kept dockerd from starting"
}

test_a_client_without_buildkit_is_passed_over_for_one_that_has_it() {
  fake_everything
  mkdir -p "$SYSTEM/usr/bin"
  printf '#!/bin/sh\nFAKE_CLIENT=20.10.24 exec "%s/fake-docker" "$@"\n' "$HERE" >"$SYSTEM/usr/bin/docker"
  chmod +x "$SYSTEM/usr/bin/docker"
  FAKE_CLIENT=28.2.2 run drydock doctor
  expect_said "$SYSTEM/usr/bin/docker (BuildKit, built-in)"
  rm "$SYSTEM/usr/bin/docker"
  FAKE_CLIENT=28.2.2 run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "none of the docker clients here can build with BuildKit"
  expect_said "docker-buildx"
}

test_a_spoilt_instance_file_is_named() {
  fake_everything
  mkdir -p "$DATA"
  echo nonsense >"$DATA/instance"
  run drydock up --detach --port "$(free_port)"
  expect_status 1
  expect_said "should hold 12 hex digits"
  expect_equal "$(<"$DATA/instance")" nonsense
}

# shellcheck shell=bash
# A small world for one test: a checkout (in a directory with spaces), a system root, a home, and a PATH on which every
# outside tool is a fake. What the fakes were asked is in $WORLD/calls.

make_world() {
  WORLD=$(mktemp -d "${TMPDIR:-/tmp}/drydock launcher.XXXXXX")
  CHECKOUT="$WORLD/the checkout"
  SYSTEM=$WORLD/system
  TOOLS=$WORLD/tools
  DATA="$WORLD/the data"
  mkdir -p "$CHECKOUT/src" "$SYSTEM" "$TOOLS" "$WORLD/home"
  cp "$REPOSITORY/drydock" "$CHECKOUT/"
  cp -R "$REPOSITORY/src/launcher" "$CHECKOUT/src/"
  mkdir -p "$CHECKOUT/src/main" "$CHECKOUT/lessons" "$CHECKOUT/src/machine" "$CHECKOUT/src/standin"
  echo '<project/>' >"$CHECKOUT/pom.xml"
  echo 'FROM scratch' >"$CHECKOUT/Dockerfile"
  : >"$WORLD/calls"
  link_tools bash sh env ln cat cut date dirname find flock grep head id ls mkdir mktemp mv od paste ps readlink rm sed \
    setsid sha256sum sleep sort stat tail tee timeout tr xargs awk df chmod basename cp ss uname touch
  # What is called python3 may be a script that looks for the real one.
  ln -s "$(python3 -c 'import sys; print(sys.executable)')" "$TOOLS/python3"
  export WORLD HERE
  export PATH=$TOOLS HOME=$WORLD/home DRYDOCK_SYSROOT=$SYSTEM DRYDOCK_DATA=$DATA
  export XDG_CACHE_HOME=$WORLD/home/.cache
  unset JAVA_HOME DOCKER_HOST DOCKER_CONTEXT NO_COLOR CI
}

link_tools() {
  local tool
  for tool in "$@"; do ln -s "$(command -v "$tool")" "$TOOLS/$tool"; done
}

# A test may not leave a process behind, nor a directory.
end_world() {
  local pid
  while read -r pid; do
    if [[ -r /proc/$pid/environ ]] && grep -qza "^WORLD=$WORLD\$" "/proc/$pid/environ" 2>/dev/null; then kill -KILL "$pid" 2>/dev/null || true; fi
  done < <(cat "$WORLD"/*.pids "$DATA"/server.pid 2>/dev/null)
  rm -rf "$WORLD"
}

drydock() { "$CHECKOUT/drydock" "$@"; }

# run COMMAND…: sets STATUS and OUTPUT (both streams).
run() {
  STATUS=0
  OUTPUT=$("$@" 2>&1 </dev/null) || STATUS=$?
  expect_not_said "should not happen"
}

fake() { # fake NAME [SCRIPT on stdin]
  cat >"$TOOLS/$1"
  chmod +x "$TOOLS/$1"
}

# fake_jdk DIRECTORY VERSION: its java is the stand-in for the whole server.
fake_jdk() {
  mkdir -p "$1/bin" "$1/lib"
  cp "$HERE/fake-java" "$1/bin/java"
  printf '#!/bin/sh\n' >"$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# fake_everything: a world in which ./drydock up succeeds.
fake_everything() {
  fake_jdk "$SYSTEM/usr/lib/jvm/jdk-25" 25.0.1
  cp "$HERE/fake-docker" "$TOOLS/docker"
  cp "$HERE/fake-mvn" "$TOOLS/mvn"
  printf '#!/bin/sh\n' | fake dockerd
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

calls() { grep -c -- "$1" "$WORLD/calls" || true; }

# Assertions say what they saw.
fail_test() { echo "$*"; exit 1; }
expect_status() { [[ $STATUS == "$1" ]] || fail_test "exit code $STATUS instead of $1, saying: $OUTPUT"; }
expect_said() { [[ $OUTPUT == *"$1"* ]] || fail_test "nothing about '$1' in: $OUTPUT"; }
expect_not_said() { [[ $OUTPUT != *"$1"* ]] || fail_test "'$1' should not be in: $OUTPUT"; }
expect_equal() { [[ $1 == "$2" ]] || fail_test "'$1' instead of '$2'"; }

# An ended process may stay listed as a zombie until its parent has looked at it.
expect_ended() { ! grep -qs '^State:[[:space:]]*[RSDTtI]' "/proc/$1/status" || fail_test "process $1 is still there"; }

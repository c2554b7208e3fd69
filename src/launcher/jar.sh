# shellcheck shell=bash
# The server's jar: built when its sources say so, unpacked so that it starts fast.

TARGET=$CHECKOUT/target
JAR=$TARGET/drydock.jar
JAR_SOURCES=(pom.xml .mvn src/main static)

# The stamp names the sources a jar was built from and the very file that came out of it (every jar carries the same
# date, so that builds are reproducible; the file's change time tells them apart).
jar_stamp() { echo "$1 $(stat -c '%s %i %Z' "$JAR" 2>/dev/null || true)"; }

jar_is_current() {
  [[ -s $JAR && -s $TARGET/launcher/jar.stamp && $(<"$TARGET/launcher/jar.stamp") == "$(jar_stamp "$1")" ]]
}

# want_build_tools: what a build needs and this system lacks.
want_build_tools() {
  command -v mvn >/dev/null || want maven "builds the server"
  [[ -e $CHECKOUT/static/package.json ]] || return 0
  command -v node >/dev/null || want nodejs "builds the pages' scripts"
  command -v npm >/dev/null || want npm "fetches the pages' libraries"
}

# prepare_jar: what runs the jar, and the jar as its sources say. Lines go to standard error, so that a command's own output can
# be read by programs.
prepare_jar() {
  local jar_hash stale=''
  jar_hash=$(source_hash "${JAR_SOURCES[@]}")
  jar_is_current "$jar_hash" || stale=yes
  want_java "$stale"
  lock_target
  [[ -z $stale ]] || jar_is_current "$jar_hash" || build_jar "$jar_hash"
  unpack_jar
} >&2

# want_java [STALE]: a JDK, and what a build of the jar needs where one is due.
want_java() {
  find_jdk || fail "there is no JDK $JDK_NEEDED or newer" "$(jdk_remedy)"
  [[ -z ${1:-} ]] || want_build_tools
  install_wanted
}

# build_jar HASH: for use, not for development: the formatter, the rules and the tests belong to ./drydock test.
build_jar() {
  local hash=$1
  mkdir -p "$TARGET/launcher"
  rm -f "$TARGET/launcher/jar.stamp"
  run_logged "building the server (the first time fetches its libraries)" "$LOGS/build-server.log" \
    mvn -B -q -f "$CHECKOUT/pom.xml" package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true \
    || exit 1
  [[ -s $JAR ]] || fail "Maven succeeded, but there is no $JAR" "read $LOGS/build-server.log"
  jar_stamp "$hash" >"$TARGET/launcher/jar.stamp"
}

# unpack_jar: sets APP, a directory named after the jar, so that a running server keeps the one it was started from.
unpack_jar() {
  local key new
  key=$(jar_stamp "$(<"$TARGET/launcher/jar.stamp")" | sha256sum)
  APP=$TARGET/launcher/app-${key:0:16}
  [[ ! -e $APP/drydock.jar ]] || return 0
  new=$APP.new
  rm -rf "$new"
  run_logged "unpacking the server" "$LOGS/build-server.log" \
    "$JAVA" -Djarmode=tools -jar "$JAR" extract --destination "$new" || exit 1
  mv "$new" "$APP"
  forget_old_apps
}

forget_old_apps() {
  local app
  for app in "$TARGET"/launcher/app-*; do
    [[ $app != "$APP" ]] || continue
    grep -qsaF -- "$app/" /proc/[0-9]*/cmdline || rm -rf "$app"
  done
}

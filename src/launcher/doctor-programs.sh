# shellcheck shell=bash
# What doctor sees of the programs: JDK, build tools, engine, and the client that builds images.

examine_jdk() {
  if find_jdk; then
    found JDK ok "$(java_major "$JAVA_HOME") at $JAVA_HOME"
  else
    found JDK missing "no JDK $JDK_NEEDED or newer was found" "$(jdk_remedy)"
  fi
}

# Only a build needs them, so a checkout that is built already does well without.
examine_build_tools() {
  local program version state=missing why="needed to build the server"
  ! jar_is_current "$(source_hash "${JAR_SOURCES[@]}")" || state=weak why="needed only to build again; this checkout is built"
  for program in mvn node npm; do
    if ! command -v "$program" >/dev/null; then
      found "$program" "$state" "not found; $why" "install it (Debian, Ubuntu: apt-get install $(package_of "$program"))"
      continue
    fi
    version=$(timeout 20 "$program" --version 2>/dev/null | sed -e 's/\x1b\[[0-9;]*m//g' -n -e '1s/[^0-9]*\([0-9][0-9.]*\).*/\1/p') || version=''
    if [[ -n $version ]]; then
      found "$program" ok "$version"
    else
      found "$program" unknown "it is there, but did not tell its version" "see that '$program --version' works"
    fi
  done
}

package_of() {
  case $1 in
    mvn) echo maven ;;
    node) echo nodejs ;;
    *) echo "$1" ;;
  esac
}

examine_browser() {
  if command -v chromium >/dev/null; then
    found chromium ok "$(command -v chromium) (only tests need it)"
  else
    found chromium weak "not found; only the browser tests need it" "./drydock test installs it where it can"
  fi
}

examine_engine() {
  if ! find_docker; then
    found engine missing "there is no docker client" "install Docker Engine (Debian, Ubuntu: apt-get install docker.io)"
    storage_unseen
    return 0
  fi
  use_context_host
  look_at_engine
  if [[ $ENGINE_STATE == ok ]]; then
    found engine ok "version $ENGINE_VERSION, API $ENGINE_API"
    examine_kind_of_engine
    examine_storage
  else
    found engine missing "$(engine_words)" "$(engine_remedy)"
    storage_unseen
  fi
}

# A machine's ids on the host reach to 2169999; an engine that itself has only some of the host's ids cannot give them.
examine_kind_of_engine() {
  local system='' security='' name="kind of engine"
  IFS='|' read -r system security < <("$DOCKER" info --format '{{.OperatingSystem}}|{{json .SecurityOptions}}' 2>/dev/null) || true
  case $system/$security in
    /) found "$name" unknown "the engine did not say" ;;
    */*name=rootless*) found "$name" missing "rootless: it has 65536 ids as a rule, and machines need those up to 2169999, so none starts; not tried" \
      "use the system's engine: unset DOCKER_HOST, docker context use default" ;;
    */*name=userns*) found "$name" missing "userns-remap: its containers have 65536 ids as a rule, and machines need those up to 2169999, so none starts; not tried" \
      "take userns-remap out of the engine's daemon.json, or run a second engine without it and name it in DOCKER_HOST" ;;
    "Docker Desktop"/*) found "$name" unknown "Docker Desktop: its engine runs in a virtual machine of its own; not tried" \
      "try it before a class: ./drydock test; else use Docker Engine on Linux" ;;
    *) found "$name" ok "Docker Engine, with the host's ids" ;;
  esac
}

storage_unseen() {
  found "storage driver" unknown "only an engine that answers can tell"
  found disk unknown "only an engine that answers can tell where it stores"
}

examine_storage() {
  local driver='' root=''
  IFS='|' read -r driver root < <("$DOCKER" info --format '{{.Driver}}|{{.DockerRootDir}}' 2>/dev/null) || true
  case $driver in
    overlay2 | overlayfs) found "storage driver" ok "$driver" ;;
    '') found "storage driver" unknown "the engine did not name it" ;;
    vfs) found "storage driver" weak "vfs copies every layer: slow, and very large" \
      "let the engine store on ext4 or xfs and set its storage driver to overlay2" ;;
    *) found "storage driver" weak "$driver; Drydock is tried with overlay2 only" "set the engine's storage driver to overlay2" ;;
  esac
  examine_disk "$root"
}

# The engine's directory can only be measured where it is on this machine.
examine_disk() {
  local root=$1 free
  free=$(df -Pk -- "$SYSROOT$root" 2>/dev/null | awk 'NR == 2 { print int($4 / 1048576) }') || free=''
  if [[ -z $root || -z $free || ${DOCKER_HOST:-unix:} != unix:* ]]; then
    found disk unknown "the engine's directory ${root:-} cannot be seen from here"
  elif ((free < 3)); then
    found disk missing "$free GB free where the engine stores ($root); the images alone need 3" "free some space: docker system df"
  elif ((free < 10)); then
    found disk weak "$free GB free where the engine stores ($root)" "a class wants 10 GB and more: docker system df shows what is used"
  else
    found disk ok "$free GB free where the engine stores ($root)"
  fi
}

examine_builder() {
  if find_builder; then
    found "image builder" ok "$BUILDER (BuildKit, $BUILD_WITH)"
  else
    found "image builder" missing "no docker client here can build with BuildKit" "$(builder_remedy)"
  fi
}

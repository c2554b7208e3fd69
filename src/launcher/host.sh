# shellcheck shell=bash
# ./drydock bench host: the tests on real machines, run on another host: a Debian guest with a kernel and an engine of its own.
# Here: what it needs is looked for and built. bench/host.py makes the guest and starts it.

# Another exit code than a failed test's: nothing has been tried.
CANNOT_TRY=3

# bench_of_host OPTION…
bench_of_host() {
  local memory=8192 processors=2 options=() only=()
  while (($# > 0)); do
    case $1 in
      --memory) need_value "$1" $# && memory=$2 && shift ;;
      --processors) need_value "$1" $# && processors=$2 && shift ;;
      --only) need_value "$1" $# && only+=("$2") && shift ;;
      --keep | --emulate) options+=("$1") ;;
      --yes | -y) ASSUME_YES=yes ;;
      *) unknown_option "$1" bench ;;
    esac
    shift
  done
  [[ $memory =~ ^[1-9][0-9]{3,5}$ && $memory -ge 2048 ]] || fail "'$memory' is not a guest's memory" "give MiB, at least 2048, for example --memory 8192"
  [[ $processors =~ ^[1-9][0-9]?$ ]] || fail "'$processors' is not a number of processors" "for example: --processors 2"
  choose_host_tests "${only[@]}"
  is_among --emulate "${options[@]}" || need_kvm
  choose_data ''
  open_data
  want_host_programs
  prepare_host_tests
  exec "$CHECKOUT/bench/run" host --memory "$memory" --processors "$processors" "${options[@]}"
}

# choose_host_tests [CLASS…]: sets HOST_TESTS. The classroom's own image and its proxies are not what depends on the host.
choose_host_tests() {
  local one all
  mapfile -t all < <(grep -rlF --exclude-dir=app '@Tag("contract")' "$CHECKOUT/src/test/java" 2>/dev/null | sed 's,.*/,,; s,\.java$,,' | sort)
  ((${#all[@]} > 0)) || fail "this version brings no tests (src/test is missing)" "use a complete checkout"
  for one in "$@"; do
    is_among "$one" "${all[@]}" || fail "there is no test class '$one' on real machines" "choose from: ${all[*]}"
  done
  HOST_TESTS=("$@")
  (($# > 0)) || HOST_TESTS=("${all[@]}")
}

# need_kvm: hardware that runs virtual machines.
need_kvm() {
  local emulate="or let the guest be emulated, which takes many times as long: --emulate, with --only CLASS"
  [[ -e $SYSROOT/dev/kvm ]] || cannot_try "there is no /dev/kvm: this system cannot run virtual machines" \
    "switch virtualization on in the firmware (as root: modprobe kvm_intel, or kvm_amd); in a virtual machine, let its host pass it on (nested virtualization); $emulate"
  [[ -r $SYSROOT/dev/kvm && -w $SYSROOT/dev/kvm ]] || cannot_try "$(id -un) may not use /dev/kvm" "run it as root, which making the guest's disk takes as well"
  # Such a KVM exists (kvm_pvm): it runs kernels that were made for it, and interprets every instruction of others.
  grep -qsE '^flags.* (vmx|svm)( |$)' "$SYSROOT/proc/cpuinfo" || cannot_try \
    "there is a /dev/kvm, but the processor has no virtualization here: a distribution's own kernel does not come up on that" "use another computer; $emulate"
}

# want_host_programs: those that make a virtual machine, and those that compile the tests.
want_host_programs() {
  local program
  [[ $(uname -m) == x86_64 ]] || cannot_try "the guest is made for x86-64, and this is $(uname -m)" "run it on such a computer"
  for program in qemu-system-x86_64:qemu-system-x86 mmdebstrap:mmdebstrap mke2fs:e2fsprogs python3:python3; do
    command -v "${program%%:*}" >/dev/null || want "${program#*:}" "makes and runs the other host"
  done
  [[ -n $SYSROOT || -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || want debian-archive-keyring "proves Debian's packages"
  want_programs build
  [[ $(id -u) == 0 || -s $TARGET/host/root.img ]] || cannot_try "only root can make the guest's disk" "run it as root"
}

cannot_try() {
  complain "$1" "$2"
  exit "$CANNOT_TRY"
}

# prepare_host_tests: the tests compiled, the images built, and all of it named for bench/host.py.
prepare_host_tests() {
  local hash
  need_engine
  lock_target
  # One test is run, so that Maven has what running any takes: the guest has no network.
  run_logged "compiling the tests" "$LOGS/compile-tests.log" \
    mvn -B -q -f "$CHECKOUT/pom.xml" test -Dtest=EngineVersionTests -Dspotless.check.skip=true -Dcheckstyle.skip=true || exit 1
  hash=$(source_hash "${IMAGE_SOURCES[@]}")
  build_images "$hash"
  build_image egress "the proxy between machines and the internet" "$(source_hash "${EGRESS_SOURCES[@]}")"
  unlock_all
  lock_file "$TARGET/host.lock" "Another ./drydock bench host is running in $CHECKOUT"
  HOST_IMAGES=("drydock/machine:$INSTANCE" "drydock/mirror:$INSTANCE" "drydock/egress:$INSTANCE" "${LESSON_IMAGES[@]}")
  MAVEN_HOME=$(mvn -B -f "$CHECKOUT/pom.xml" --version | sed -n 's/^Maven home: //p')
  DRYDOCK_HOST_TESTS=$(IFS=,; echo "${HOST_TESTS[*]}")
  DRYDOCK_HOST_IMAGES="${HOST_IMAGES[*]}"
  export CHECKOUT DOCKER JAVA_HOME MAVEN_HOME INSTANCE DRYDOCK_HOST_TESTS DRYDOCK_HOST_IMAGES
}

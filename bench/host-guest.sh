#!/usr/bin/env bash
# Runs in the guest of ./drydock bench host, as root: starts the engine, loads the images that were brought, prepares the host as
# docs/hosting.md tells people to, and runs the tests. What it prints is read by bench/host.py.
set -uo pipefail
brought=/srv
results=$brought/results
CHECKOUT=$brought/checkout
export JAVA_HOME=$brought/jdk
# What bench/host.py has written: INSTANCE, TESTS.
# shellcheck source=/dev/null
source "$brought/settings"
mkdir -p "$results"
exec >/dev/virtio-ports/progress 2>&1

# fact NAME VALUE: something about this host, for the table in docs/hosting.md.
fact() { echo "fact $1: $2"; }

give_up() {
  echo "trouble $*"
  send_results
  exit 1
}

send_results() {
  journalctl -b -u docker -o cat >"$results/docker.log" 2>&1
  dmesg >"$results/kernel.log"
  grep -a 'apparmor="DENIED"' "$results/kernel.log" >"$results/apparmor-denials.log"
  tar -C "$results" -cf - . >/dev/virtio-ports/results
  sync
}

# An address that leads nowhere: there is a host to reach, for tests that must not reach it.
start_network() {
  local path
  ip link set lo up
  for path in /sys/class/net/e*; do
    ip link set "${path##*/}" up
    ip address add 10.0.2.15/24 dev "${path##*/}"
    ip route add default via 10.0.2.2
  done
}

start_engine() {
  mkdir -p "$brought/docker" /var/lib/docker
  mount --bind "$brought/docker" /var/lib/docker || return 1
  systemctl start docker || return 1
  docker load --quiet </dev/disk/by-id/virtio-images >"$results/images.log" 2>&1
}

# The bounds that the guide tells people to set, taken from the guide.
set_bounds() {
  modprobe nf_conntrack
  sed -n "/60-drydock.conf <<'EOF'/,/^EOF/p" "$CHECKOUT/docs/hosting.md" | grep ' = ' >/etc/sysctl.d/60-drydock.conf
  sysctl -q --load /etc/sysctl.d/60-drydock.conf
}

# The launcher's own way of loading the profile. Where that fails it ends, here only the subshell.
load_profile() (
  export SYSROOT='' TARGET=$CHECKOUT/target
  for module in say run packages doctor-system apparmor; do
    # shellcheck source=/dev/null
    source "$CHECKOUT/src/launcher/$module.sh"
  done
  need_apparmor_profile >/dev/null
)

tell_facts() {
  local engine
  fact system "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
  fact kernel "$(uname -r) ($(uname -v))"
  fact LSM "$(cat /sys/kernel/security/lsm)"
  fact AppArmor "$(apparmor_parser --version | sed -n '1s/.* //p'), profile $(grep '^drydock-machine ' /sys/kernel/security/apparmor/profiles || echo missing)"
  engine=$(docker info --format '{{.ServerVersion}}, {{.Driver}}, cgroup v{{.CgroupVersion}} by {{.CgroupDriver}}, {{.DefaultRuntime}}')
  fact engine "$engine"
  fact memory "$(awk '$1 == "MemTotal:" { print int($2 / 1024) }' /proc/meminfo) MiB, $(nproc) processors"
  docker info >"$results/docker-info.txt" 2>&1
  "$CHECKOUT/drydock" doctor >"$results/doctor.txt" 2>&1
}

# Maven's lines about classes and failures; the rest is kept.
run_tests() {
  cd "$CHECKOUT" || return 1
  export DRYDOCK_MACHINE_IMAGE=drydock/machine:$INSTANCE DRYDOCK_MIRROR_IMAGE=drydock/mirror:$INSTANCE
  export DRYDOCK_EGRESS_IMAGE=drydock/egress:$INSTANCE
  # The classes were compiled outside; this runs them and nothing else.
  "$brought/maven/bin/mvn" -o -B -ntp -Dmaven.repo.local="$brought/repository" org.apache.maven.plugins:maven-surefire-plugin:test \
    -Dgroups=contract -DexcludedGroups= -Dtest="$TESTS" 2>&1 | tee "$results/maven.log" \
    | grep --line-buffered -E '^\[[A-Z]+\] +(Running |Tests run:.* in |dev\.drydock.*<<<)'
  cp -R target/surefire-reports "$results/"
}

start_network
start_engine || give_up "the engine did not start, or did not take the images; docker.log and images.log say why"
load_profile || give_up "the AppArmor profile could not be loaded"
set_bounds
tell_facts
run_tests
fact "refused by AppArmor" "$(dmesg | grep -c 'apparmor="DENIED"') times"
echo "end"
send_results

# shellcheck shell=bash
# What doctor sees of the system: kernel, namespaces, mandatory access control, cgroups, memory.

# read_setting FILE: its first line; nothing where it cannot be read.
read_setting() {
  local value=''
  { read -r value <"$SYSROOT$1" || true; } 2>/dev/null
  echo "$value"
}

examine_kernel() {
  local version
  version=$(read_setting /proc/sys/kernel/osrelease)
  if [[ ! $version =~ ^([0-9]+)\.([0-9]+) ]]; then
    found kernel unknown "this does not look like Linux: the machines need a Linux kernel" "run Drydock on Linux"
  elif ((BASH_REMATCH[1] > 5 || (BASH_REMATCH[1] == 5 && BASH_REMATCH[2] >= 11))); then
    found kernel ok "$version"
  else
    found kernel missing "$version has no overlay mounts in user namespaces, which came with 5.11" "use a system with a newer kernel"
  fi
}

examine_user_namespaces() {
  local most unprivileged
  most=$(read_setting /proc/sys/user/max_user_namespaces)
  unprivileged=$(read_setting /proc/sys/kernel/unprivileged_userns_clone)
  if [[ ! $most =~ ^[0-9]+$ ]]; then
    found "user namespaces" unknown "the kernel does not say whether it has them"
  elif ((most == 0)); then
    found "user namespaces" missing "switched off (user.max_user_namespaces = 0)" "as root: sysctl -w user.max_user_namespaces=15000"
  elif [[ $unprivileged == 0 ]]; then
    found "user namespaces" missing "forbidden to ordinary users (kernel.unprivileged_userns_clone = 0)" \
      "as root: sysctl -w kernel.unprivileged_userns_clone=1"
  else
    found "user namespaces" ok "up to $most"
  fi
}

# Where AppArmor is on, Docker's own profile forbids the mounts that a machine makes for itself.
examine_apparmor() {
  local on restricted
  on=$(read_setting /sys/module/apparmor/parameters/enabled)
  restricted=$(read_setting /proc/sys/kernel/apparmor_restrict_unprivileged_userns)
  if [[ ! -d $SYSROOT/sys/module ]]; then
    found AppArmor unknown "/sys cannot be read"
  elif [[ $on != Y ]]; then
    found AppArmor ok "not active"
  elif [[ ! -r $SYSROOT/sys/kernel/security/apparmor/profiles ]]; then
    found AppArmor unknown "active; only root can see whether the profile drydock-machine is loaded" "run doctor as root"
  elif grep -q '^drydock-machine ' "$SYSROOT/sys/kernel/security/apparmor/profiles" 2>/dev/null; then
    found AppArmor ok "active, and the profile drydock-machine is loaded"
  else
    found AppArmor missing "active, and Docker's own profile forbids what a machine needs${restricted:+ (user namespaces restricted: $restricted)}" \
      "$(apparmor_remedy)"
  fi
}

apparmor_remedy() { echo "./drydock up as root loads it; by hand, as root: $(apparmor_command)"; }

examine_selinux() {
  if [[ ! -d $SYSROOT/sys/fs ]]; then
    found SELinux unknown "/sys cannot be read"
    return 0
  fi
  case $(read_setting /sys/fs/selinux/enforce) in
    '') found SELinux ok "not active" ;;
    0) found SELinux ok "permissive" ;;
    *) found SELinux unknown "enforcing; not tried. Where the engine labels containers (selinux-enabled in daemon.json), it may refuse a machine its mounts" \
      "if machines do not start, look: ausearch -m avc -ts recent; and see whether they do after: setenforce 0" ;;
  esac
}

# Limits on a learner's own containers are enforced on neither: no machine may write to its control groups. Its own limits are, on both.
examine_cgroups() {
  if [[ -e $SYSROOT/sys/fs/cgroup/cgroup.controllers ]]; then
    found cgroups ok "version 2"
  elif [[ -d $SYSROOT/sys/fs/cgroup/memory ]]; then
    found cgroups ok "version 1"
  else
    found cgroups unknown "not mounted where they usually are"
  fi
}

examine_memory() {
  local total
  total=$(awk '$1 == "MemTotal:" { print int($2 / 1048576 * 10) }' "$SYSROOT/proc/meminfo" 2>/dev/null) || total=''
  if [[ -z $total ]]; then
    found memory unknown "/proc/meminfo cannot be read"
  elif ((total < 40)); then
    found memory weak "$((total / 10)).$((total % 10)) GB: enough for one learner, not for a class" "add memory; a class wants 4 GB and more"
  else
    found memory ok "$((total / 10)).$((total % 10)) GB"
  fi
}

# A machine may open as many files as its memory holds; where all can open more than the kernel allows, one takes them from the others.
examine_open_files() {
  local most total
  most=$(read_setting /proc/sys/fs/file-max)
  total=$(awk '$1 == "MemTotal:" { print $2 }' "$SYSROOT/proc/meminfo" 2>/dev/null) || total=''
  if [[ ! $most =~ ^[0-9]+$ || ! $total =~ ^[0-9]+$ ]]; then
    found "open files" unknown "the kernel does not say how many there may be"
  elif ((${#most} < 19 && most < total * 4)); then
    found "open files" weak "at most $most on the whole host (fs.file-max): one machine can take them from the others" \
      "as root: sysctl -w fs.file-max=9223372036854775807"
  else
    found "open files" ok "as many as the memory holds"
  fi
}

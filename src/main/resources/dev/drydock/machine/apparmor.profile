# AppArmor profile of the learner machines. Docker's own forbids every mount; a machine mounts inside its own user namespace.
# What confines a machine is that namespace, its host uid without capabilities, and the seccomp allow-list; this profile adds
# the kernel's own switches, which no machine ever has business with.
#
# As root: apparmor_parser -r apparmor.profile        (an AppArmor before 4.0 does not know the line "userns,": leave it out there)
#include <tunables/global>

profile drydock-machine flags=(attach_disconnected,mediate_deleted) {
  #include <abstractions/base>

  capability,
  file,
  mount,
  network,
  pivot_root,
  ptrace (read, readby, trace, tracedby) peer=drydock-machine,
  remount,
  signal,
  umount,
  unix,
  userns,

  deny @{PROC}/sysrq-trigger rwklx,
  deny @{PROC}/kcore rwklx,
  deny @{PROC}/kmem rwklx,
  deny @{PROC}/mem rwklx,
  deny @{PROC}/sys/kernel/core_pattern wklx,
  deny @{PROC}/sys/kernel/modprobe wklx,
  deny @{PROC}/sys/fs/binfmt_misc/** wklx,
  deny /sys/firmware/** rwklx,
  deny /sys/kernel/debug/** rwklx,
  deny /sys/kernel/security/** rwklx,
  deny /sys/kernel/uevent_helper wklx,
}

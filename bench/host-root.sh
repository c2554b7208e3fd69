#!/usr/bin/env bash
# Makes the system of the guest in which ./drydock bench host runs the tests: Debian trixie with its own kernel and Docker Engine.
#   host-root.sh DIRECTORY: leaves root.img (ext4), kernel and initrd there
# As root. Nothing of Drydock is in it but a unit that unpacks what a run brings along, and hands over to that.
set -euo pipefail
into=$1
tree=$into/root.new

packages=(linux-image-amd64 zstd systemd-sysv udev dbus kmod iproute2 procps e2fsprogs
  docker.io docker-cli iptables apparmor ca-certificates)

unit='[Unit]
Description=The tests on real machines
After=apparmor.service
SuccessAction=poweroff-force
FailureAction=poweroff-force

[Service]
Type=oneshot
Environment=HOME=/root
ExecStartPre=/bin/udevadm settle
ExecStartPre=/bin/mount /dev/disk/by-id/virtio-scratch /srv
ExecStartPre=/bin/tar -xf /dev/disk/by-id/virtio-brought -C /srv
ExecStart=/bin/bash /srv/checkout/bench/host-guest.sh

[Install]
WantedBy=multi-user.target'

cleanup() { rm -rf --one-file-system "$tree"; }
trap cleanup EXIT
cleanup
mkdir -p "$into"

# The engine is started by the run: its data belong on the run's own disk.
mmdebstrap --variant=minbase --aptopt='APT::Install-Recommends "false"' --include="$(IFS=,; echo "${packages[*]}")" trixie "$tree"
printf '%s\n' "$unit" >"$tree/etc/systemd/system/drydock-host.service"
echo guest >"$tree/etc/hostname"
printf '127.0.0.1 localhost\n127.0.1.1 guest\n' >"$tree/etc/hosts"
rm -f "$tree/etc/resolv.conf"
: >"$tree/etc/resolv.conf"
systemctl_offline() { chroot "$tree" systemctl "$@"; }
systemctl_offline enable drydock-host.service
systemctl_offline disable docker.service docker.socket containerd.service
systemctl_offline mask apt-daily.timer apt-daily-upgrade.timer

cp "$tree"/boot/vmlinuz-* "$into/kernel"
cp "$tree"/boot/initrd.img-* "$into/initrd"
rm -f "$into/root.img.new"
truncate -s 6G "$into/root.img.new"
mke2fs -q -F -t ext4 -d "$tree" "$into/root.img.new"
mv "$into/root.img.new" "$into/root.img"

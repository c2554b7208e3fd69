#!/bin/sh
# The smallest system that a shell is at home in, laid out as Debian is (/bin is /usr/bin), so that Debian's programs can be
# put on top of it: busybox-tree.sh TREE
set -eu
tree=$1
mkdir -p "$tree/usr/bin" "$tree/usr/sbin" "$tree/usr/lib" "$tree/usr/lib64" "$tree/etc" "$tree/home" "$tree/root" "$tree/tmp" \
  "$tree/var/log"
chmod 1777 "$tree/tmp"
chmod 700 "$tree/root"
for directory in bin sbin lib lib64; do ln -s "usr/$directory" "$tree/$directory"; done
cp /bin/busybox "$tree/usr/bin/busybox"
for applet in $(/bin/busybox --list); do
  [ "$applet" = busybox ] || ln "$tree/usr/bin/busybox" "$tree/usr/bin/$applet"
done
echo 'root:x:0:0:root:/root:/bin/sh' > "$tree/etc/passwd"
echo 'nobody:x:65534:65534:nobody:/home:/bin/false' >> "$tree/etc/passwd"
printf 'root:x:0:\nnogroup:x:65534:\n' > "$tree/etc/group"
{
  echo 'NAME="Drydock stand-in"'
  echo 'PRETTY_NAME="Drydock stand-in (BusyBox and programs of Debian 13)"'
  echo 'ID=drydock'
  echo 'ID_LIKE=debian'
} > "$tree/etc/os-release"

#!/bin/sh
# The smallest system that a shell is at home in: busybox-tree.sh TREE
set -eu
tree=$1
mkdir -p "$tree/bin" "$tree/etc" "$tree/home" "$tree/root" "$tree/tmp" "$tree/usr" "$tree/var"
chmod 1777 "$tree/tmp"
chmod 700 "$tree/root"
ln -s ../bin "$tree/usr/bin"
ln -s bin "$tree/sbin"
cp /bin/busybox "$tree/bin/busybox"
for applet in $(/bin/busybox --list); do
  [ "$applet" = busybox ] || ln "$tree/bin/busybox" "$tree/bin/$applet"
done
echo 'root:x:0:0:root:/root:/bin/sh' > "$tree/etc/passwd"
echo 'nobody:x:65534:65534:nobody:/home:/bin/false' >> "$tree/etc/passwd"
printf 'root:x:0:\nnogroup:x:65534:\n' > "$tree/etc/group"

#!/bin/sh
# Takes Docker off this machine: its programs and its service, but not the images and containers on the disk. Packages
# shall not start what they bring, so that starting is a step of its own.
set -eu
export DEBIAN_FRONTEND=noninteractive
if [ -x /usr/sbin/dockerd ]; then
  service docker stop || true
fi
start-stop-daemon --stop --oknodo --quiet --retry 5 --remove-pidfile --pidfile /run/containerd.pid || true
apt-get remove -y docker.io docker-cli docker-compose docker-buildx containerd runc
printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
chmod 755 /usr/sbin/policy-rc.d

#!/bin/sh
# Without --replicas there is one.
# expect en: The service crew shall have 1 replicas, not 3
# expect ko: 레플리카가 3개가 아니라 1개로 정해져 있습니다
set -eu
docker swarm init --advertise-addr 172.16.0.1
docker service create --detach --name crew busybox sleep 3000

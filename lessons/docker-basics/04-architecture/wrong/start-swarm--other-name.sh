#!/bin/sh
# The service has another name.
# expect en: Expected a service named “crew”
# expect ko: 이름이 “crew”인 서비스가 있어야
set -eu
docker swarm init --advertise-addr 172.16.0.1
docker service create --detach --name crews --replicas 3 busybox sleep 3000

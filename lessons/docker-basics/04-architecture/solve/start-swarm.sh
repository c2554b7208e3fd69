#!/bin/sh
set -eu
docker swarm init --advertise-addr 172.16.0.1
docker service create --detach --name crew --replicas 3 busybox sleep 3000

#!/bin/sh
set -eu
docker --context second swarm join --token "$(docker swarm join-token --quiet worker)" 172.16.0.1:2377
docker service scale --detach crew=6

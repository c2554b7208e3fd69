#!/bin/sh
# Two nodes, but three replicas still.
# expect en: The service crew shall have 3 replicas, not 6
# expect ko: 레플리카가 6개가 아니라 3개로 정해져 있습니다
set -eu
docker --context second swarm join --token "$(docker swarm join-token --quiet worker)" 172.16.0.1:2377

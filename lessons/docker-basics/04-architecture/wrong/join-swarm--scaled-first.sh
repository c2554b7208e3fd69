#!/bin/sh
# Six replicas before there was a second node: they stay where they are.
# expect en: Six replicas run, but none on the second daemon
# expect ko: 두 번째 데몬에는 하나도 없습니다
set -eu
docker service scale --detach crew=6
docker --context second swarm join --token "$(docker swarm join-token --quiet worker)" 172.16.0.1:2377

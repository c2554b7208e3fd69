#!/bin/sh
# Without --context the first daemon is asked to join its own swarm.
# expect en: The swarm has one node, your first daemon
# expect ko: 스웜에 노드가 첫 번째 데몬 하나뿐입니다
set -eu
docker swarm join --token "$(docker swarm join-token --quiet worker)" 172.16.0.1:2377

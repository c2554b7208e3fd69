#!/bin/sh
# Passed once the second daemon is a node of the swarm, and runs a part of crew.
set -eu
. check.sh

swarm_active
nodes=$(docker node ls --format '{{.Hostname}} {{.Status}}' 2>&1) \
  || not_yet "Your first daemon is in a swarm, but does not manage it. Leave it with docker swarm leave --force, and go back to the task before this one." \
    "첫 번째 데몬이 스웜에 들어 있지만 매니저가 아닙니다. docker swarm leave --force 로 떠난 다음 바로 앞 과제로 돌아가 주세요."
ready=$(printf '%s\n' "$nodes" | grep -c ' Ready$' || true)
all=$(printf '%s\n' "$nodes" | grep -c . || true)
if [ "$all" -lt 2 ]; then
  not_yet "The swarm has one node, your first daemon. Let the second one join: docker --context second swarm join …" \
    "스웜에 노드가 첫 번째 데몬 하나뿐입니다. docker --context second swarm join … 으로 두 번째 데몬을 참여시키세요."
fi
if [ "$ready" -lt 2 ]; then
  not_yet "The swarm knows $all nodes, but only $ready of them is ready. If the second daemon does not run, start it: service docker-second start" \
    "스웜에 노드가 ${all}개 있지만 준비된 것은 ${ready}개뿐입니다. 두 번째 데몬이 돌고 있지 않다면 service docker-second start 로 띄우세요."
fi
wished=$(docker service inspect --format '{{.Spec.Mode.Replicated.Replicas}}' crew 2>&1) || wished=6
if [ "$wished" != 6 ]; then
  not_yet "The service crew shall have $wished replicas, not 6. Tell the manager: docker service scale --detach crew=6" \
    "crew 서비스의 레플리카가 6개가 아니라 ${wished}개로 정해져 있습니다. docker service scale --detach crew=6 을 입력하세요."
fi
# Replicas take a moment to start.
within 2 service_runs crew 6
if ! holds on_engine /run/docker-second.sock container_runs --label com.docker.swarm.service.name=crew; then
  not_yet "Six replicas run, but none on the second daemon. Scale crew down to 3, and then up to 6 again." \
    "레플리카 여섯 개가 실행 중이지만 두 번째 데몬에는 하나도 없습니다. crew를 3개로 줄였다가 다시 6개로 늘리세요."
fi

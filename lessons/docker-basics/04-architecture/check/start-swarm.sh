#!/bin/sh
# Passed once the daemon manages a swarm that runs crew three times.
set -eu
. check.sh

swarm_active
wished=$(docker service inspect --format '{{.Spec.Mode.Replicated.Replicas}}' crew 2>&1) || wished=3
if [ "$wished" != 3 ]; then
  not_yet "The service crew shall have $wished replicas, not 3. Tell the manager: docker service scale --detach crew=3" \
    "crew 서비스의 레플리카가 3개가 아니라 ${wished}개로 정해져 있습니다. docker service scale --detach crew=3 을 입력하세요."
fi
# Replicas take a moment to start.
within 2 service_runs crew 3

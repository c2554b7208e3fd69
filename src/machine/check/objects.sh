# shellcheck shell=dash disable=SC1111,SC2154
# Volumes, networks, services and contexts.

volume_exists() {
  _given 'volume_exists NAME' 1 1 "$@"
  engine "/volumes/$(_escape "$1")"
  [ "$_status" = 200 ] || not_yet \
    "Expected a volume named “$1”, but there is none. “docker volume ls” lists all volumes." \
    "이름이 “$1”인 볼륨이 있어야 하는데 없습니다. “docker volume ls” 명령은 모든 볼륨을 보여 줍니다."
}

volume_absent() {
  _given 'volume_absent NAME' 1 1 "$@"
  engine "/volumes/$(_escape "$1")"
  [ "$_status" = 404 ] || not_yet \
    "Expected the volume “$1” to be gone, but it is still there. “docker volume rm $1” removes one that no container uses." \
    "“$1” 볼륨이 없어야 하는데 아직 있습니다. 컨테이너가 쓰지 않는 볼륨은 “docker volume rm $1” 명령으로 지웁니다."
}

network_exists() {
  _given 'network_exists NAME' 1 1 "$@"
  engine "/networks/$(_escape "$1")"
  [ "$_status" = 200 ] || not_yet \
    "Expected a network named “$1”, but there is none. “docker network ls” lists all networks." \
    "이름이 “$1”인 네트워크가 있어야 하는데 없습니다. “docker network ls” 명령은 모든 네트워크를 보여 줍니다."
}

network_absent() {
  _given 'network_absent NAME' 1 1 "$@"
  engine "/networks/$(_escape "$1")"
  [ "$_status" = 404 ] || not_yet \
    "Expected the network “$1” to be gone, but it is still there. “docker network rm $1” removes one that no container uses." \
    "“$1” 네트워크가 없어야 하는데 아직 있습니다. 컨테이너가 쓰지 않는 네트워크는 “docker network rm $1” 명령으로 지웁니다."
}

# shellcheck disable=SC2120 # that there are none is what it looks at
swarm_active() {
  _given 'swarm_active' 0 0 "$@"
  engine /info
  [ "$(read_answer '.Swarm.LocalNodeState')" = active ] || not_yet \
    "Expected Docker to be part of a swarm, but it is in none. “docker swarm init --advertise-addr 127.0.0.1” makes one." \
    "도커가 스웜에 들어 있어야 하는데 들어 있지 않습니다. “docker swarm init --advertise-addr 127.0.0.1” 명령으로 스웜을 만드세요."
}

# Tasks take a moment to start: a service is given two seconds.
service_runs() {
  _given 'service_runs NAME [REPLICAS]' 1 2 "$@"
  [ $# = 1 ] || _number "$2" 1 100
  # shellcheck disable=SC2119
  swarm_active
  for _try in 1 2 3 4 5 6 7 8 9 10; do
    engine "/services/$(_escape "$1")"
    [ "$_status" = 200 ] || not_yet \
      "Expected a service named “$1”, but there is none. “docker service ls” lists all services." \
      "이름이 “$1”인 서비스가 있어야 하는데 없습니다. “docker service ls” 명령은 모든 서비스를 보여 줍니다."
    engine /tasks "filters=$(jq -cn --arg name "$1" '{service: {($name): true}, "desired-state": {running: true}}')"
    _count=$(read_answer '[.[]? | select(.Status.State == "running")] | length') || broken "The Engine's answer is not a list of tasks."
    if [ "$_count" = "${2:-$_count}" ] && [ "$_count" != 0 ]; then
      return 0
    fi
    sleep 0.2
  done
  _more=
  [ $# = 2 ] || _more=' 이상'
  not_yet \
    "Expected the service “$1” to run with ${2:-one or more} replicas, but $_count run. “docker service scale $1=${2:-1}” changes their number, and “docker service ps $1” shows each." \
    "“$1” 서비스의 복제본이 ${2:-1}개$_more 실행 중이어야 하는데 $_count개입니다. “docker service scale $1=${2:-1}” 명령으로 수를 바꾸고 “docker service ps $1” 명령으로 하나씩 볼 수 있습니다."
}

# The client keeps contexts in files whose directories are named by the digest of their names.
context_exists() {
  _given 'context_exists NAME [ENDPOINT]' 1 2 "$@"
  _digest=$(printf '%s' "$1" | sha256sum)
  machine-file cat "/root/.docker/contexts/meta/${_digest%% *}/meta.json" > "$_text" 2> /dev/null || not_yet \
    "Expected a context named “$1”, but there is none. “docker context ls” lists all contexts." \
    "이름이 “$1”인 컨텍스트가 있어야 하는데 없습니다. “docker context ls” 명령은 모든 컨텍스트를 보여 줍니다."
  [ $# = 2 ] || return 0
  _seen=$(jq -r '.Endpoints.docker.Host | strings | .[:200]' "$_text" 2> /dev/null) || _seen=
  [ "$_seen" = "$2" ] || not_yet \
    "Expected the context “$1” to lead to “$2”, but it leads to “$_seen”. “docker context rm $1” removes it; then make it again." \
    "“$1” 컨텍스트는 “$2” 주소로 이어져야 하는데 “$_seen” 주소로 이어집니다. “docker context rm $1” 명령으로 지우고 다시 만드세요."
}

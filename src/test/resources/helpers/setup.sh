#!/bin/bash
# The machine that the helpers of checks are tried on. busybox, hello-world and registry:2 are there.
set -eu
cd /root

# wait_for COMMAND...: for half a minute
wait_for() {
  for _ in {1..300}; do
    ! "$@" > /dev/null 2>&1 || return 0
    sleep 0.1
  done
  echo "In vain: $*" >&2
  exit 1
}

mkdir -p app
cat > app/Dockerfile << 'END'
FROM busybox
RUN echo one > /one
RUN echo two > /two
ENV MODE=fast
LABEL team=blue
WORKDIR /app
EXPOSE 80
USER nobody
ENTRYPOINT ["echo"]
CMD hello Ada
END
docker build --quiet --tag shop:1 app
docker tag shop:1 shop:latest

docker network create net
docker volume create pages
docker run --name greeting hello-world
docker run --name job busybox sh -c 'echo working; exit 3' || true
docker create --name idle busybox true
docker run --name web --detach --publish 8080:80 --env MODE=fast --volume pages:/pages --network net --label team=blue busybox \
  sh -c 'mkdir /www; echo "Hello Ada" > /www/index.html; : > /www/empty.html; echo ready; exec httpd -f -h /www'
docker run --name quiet --detach busybox sleep 3600

printf 'three\nfour\n' > answer.txt
: > empty.txt
ln -s answer.txt link.txt
ln -s loop.txt loop.txt
mkfifo pipe.txt
truncate -s 2M big.txt
printf '\033[31mred\033[0m \303\050 한글\n' > odd.txt

# ada, secret
mkdir auth
# shellcheck disable=SC2016 # that is the password's hash
echo 'ada:$2b$04$xVaubCpWblC9pkcAO4U7but1fDKvPiStQ0Z1jg.b7.xISpA7WqiQW' > auth/htpasswd
docker run --name registry --detach --publish 5000:5000 registry:2
docker run --name vault --detach --publish 5001:5000 --volume /root/auth:/auth --env REGISTRY_AUTH=htpasswd \
  --env REGISTRY_AUTH_HTPASSWD_REALM=vault --env REGISTRY_AUTH_HTPASSWD_PATH=/auth/htpasswd registry:2
docker tag busybox localhost:5000/shop:1
docker tag busybox localhost:5001/shop:1
wait_for docker push localhost:5000/shop:1
wait_for docker login --username ada --password secret localhost:5001
docker push localhost:5001/shop:1

docker swarm init --advertise-addr 127.0.0.1
docker service create --detach --name shop busybox sleep 3600

mkdir -p /var/lib/docker/second
setsid dockerd --host unix:///run/second.sock --data-root /var/lib/docker/second --exec-root /run/second \
  --pidfile /run/second.pid --bridge docker0 --iptables=false --containerd /run/containerd/containerd.sock \
  --containerd-namespace second --containerd-plugins-namespace second-plugins > /var/log/second.log 2>&1 < /dev/null &
wait_for docker --host unix:///run/second.sock info
docker save busybox:latest | docker --host unix:///run/second.sock load
docker --host unix:///run/second.sock run --name job busybox echo second
docker context create second --docker host=unix:///run/second.sock

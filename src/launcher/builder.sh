# shellcheck shell=bash
# Building images: a client that can use BuildKit, and what a build needs to be reproducible and whole.

# find_builder: sets BUILDER, a client that can build with BuildKit (the Dockerfile uses RUN --mount), and BUILD_WITH.
find_builder() {
  local client
  while IFS= read -r client; do
    [[ -x $client ]] || continue
    if BUILD_WITH=$(way_of_building "$client"); then
      BUILDER=$client
      return 0
    fi
  done < <(type -aP docker || true; echo "$SYSROOT/usr/bin/docker"; echo "$SYSROOT/usr/local/bin/docker")
  return 1
}

# Clients before 23 have BuildKit built in; newer ones hand over to the buildx plug-in.
way_of_building() {
  local major
  if timeout 10 "$1" buildx version >/dev/null 2>&1; then
    echo buildx
    return 0
  fi
  major=$("$1" --version 2>/dev/null | sed -n 's/^Docker version \([0-9]*\)\..*/\1/p')
  [[ $major =~ ^[0-9]+$ ]] && ((major >= 19 && major < 23)) && echo built-in
}

builder_remedy() {
  echo "install the buildx plug-in (Debian 13, Ubuntu: apt-get install docker-buildx; Docker's own packages:" \
    "docker-buildx-plugin; Debian 12's docker.io has it built in)"
}

need_builder() {
  [[ -z ${BUILDER:-} ]] || return 0
  find_builder || fail "none of the docker clients here can build with BuildKit" "$(builder_remedy)"
}

# docker_build ARGUMENTS…: one image from the checkout's Dockerfile. Its tag appears only when it is whole.
docker_build() {
  local name arguments=()
  for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
    [[ -z ${!name:-} ]] || arguments+=(--build-arg "$name")
  done
  cd "$CHECKOUT" || return 1
  if [[ $BUILD_WITH == buildx ]]; then
    BUILDX_NO_DEFAULT_ATTESTATIONS=1 "$BUILDER" buildx build --builder default --load --progress plain "${arguments[@]}" "$@" .
  else
    DOCKER_BUILDKIT=1 "$BUILDER" build --progress plain "${arguments[@]}" "$@" .
  fi
}

# shellcheck shell=bash
# The images that everything starts from: Debian as the base, hello-world and busybox for the lessons.

BASE_IMAGE=debian:trixie-slim
PULL_LIMIT=300

image_there() { "$DOCKER" image inspect "$1" >/dev/null 2>&1; }

# pull IMAGE: with a limit; where the registry could not be reached once, it is not asked again.
pull() {
  local image=$1
  [[ -z ${NO_REGISTRY:-} ]] || return 1
  step "fetching $image …"
  timeout "$PULL_LIMIT" "$DOCKER" pull -q "$image" >"$LOGS/pull.log" 2>&1 && return 0
  NO_REGISTRY=yes
  step "no registry can be reached from here: going on without"
  return 1
}

# need_base: where no registry answers, the same base is made from Debian's packages, under the same name.
need_base() {
  image_there "$BASE_IMAGE" && return 0
  lock_file "$(cache_home)/base.lock" "Another ./drydock is making the base image"
  image_there "$BASE_IMAGE" && return 0
  pull "$BASE_IMAGE" && return 0
  if ! command -v mmdebstrap >/dev/null; then
    want mmdebstrap "makes the base image from Debian's packages, because it cannot be fetched"
    [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || want debian-archive-keyring "proves those packages"
    install_wanted
  fi
  run_logged "making $BASE_IMAGE from Debian's packages" "$LOGS/base-image.log" bootstrap_base || exit 1
}

cache_home() {
  local home=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/drydock
  mkdir -p "$home" && echo "$home"
}

# The name is given only once the whole tree has arrived, so a half-made base is never seen.
bootstrap_base() {
  local id
  set -o pipefail
  id=$(mmdebstrap --variant=minbase trixie - | "$DOCKER" import -) || return 1
  "$DOCKER" tag "$id" "$BASE_IMAGE"
}

# need_lesson_images: the real ones where they can be fetched, else stand-ins that do the same.
need_lesson_images() {
  local name
  for name in hello-world busybox; do
    image_there "$name:latest" && continue
    pull "$name:latest" && continue
    need_builder
    run_logged "making a stand-in for $name" "$LOGS/build-$name.log" \
      docker_build --target "$name" -t "$name:latest" || exit 1
  done
}

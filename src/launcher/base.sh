# shellcheck shell=bash
# The images that everything starts from: Debian as the base, what the lessons pull.

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

# What the lessons pull, as learners write it.
LESSON_IMAGES=(hello-world:latest busybox:latest busybox:stable nginx:latest registry:2 python:3-alpine)
STANDIN_SOURCES=(.dockerignore src/standin)

# need_lesson_images: the real ones where they can be fetched, else stand-ins that do the same.
need_lesson_images() {
  local image hash
  hash=$(source_hash "${STANDIN_SOURCES[@]}")
  for image in "${LESSON_IMAGES[@]}"; do
    lesson_image_is_current "$image" "$hash" || pull "$image" || make_standin "$image" "$hash"
  done
}

# lesson_image_is_current IMAGE HASH: whatever the engine has under that name, unless it is an old stand-in of ours.
lesson_image_is_current() {
  local source
  source=$("$DOCKER" image inspect --format "$SOURCE_LABEL" "$1" 2>/dev/null) || return 1
  [[ -z $source || $source == "$2" ]]
}

# make_standin IMAGE HASH
make_standin() {
  local image=$1 name=${1%%:*}
  need_builder
  run_logged "making a stand-in for $image" "$LOGS/build-$name.log" \
    docker_build -f src/standin/Dockerfile --target "$name" -t "$image" \
    --label "dev.drydock.standin=$name" --label "dev.drydock.source=$2" || exit 1
}

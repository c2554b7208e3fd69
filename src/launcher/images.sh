# shellcheck shell=bash
# The instance's own images: the learner's machine and the mirror (and the classroom itself, for tests).

IMAGE_SOURCES=(Dockerfile .dockerignore src/machine src/mirror)
EGRESS_SOURCES=(Dockerfile .dockerignore src/main/java/dev/drydock/egress)
SOURCE_LABEL='{{with .Config.Labels}}{{index . "dev.drydock.source"}}{{end}}'

# images_are_current HASH: one question for everything that a start needs.
images_are_current() {
  local labels standin
  labels=$("$DOCKER" image inspect --format "$SOURCE_LABEL" \
    "drydock/machine:$INSTANCE" "drydock/mirror:$INSTANCE" "${LESSON_IMAGES[@]}" 2>/dev/null) || return 1
  [[ $(head -n 2 <<<"$labels") == "$1"$'\n'"$1" ]] || return 1
  standin=$(source_hash "${STANDIN_SOURCES[@]}")
  ! tail -n +3 <<<"$labels" | grep -vxF -e '' -e "$standin" >/dev/null
}

# build_images HASH: whatever is out of date.
build_images() {
  need_base
  need_builder
  build_image machine "the learner's machine" "$1"
  build_image mirror "the registry mirror" "$1"
  need_lesson_images
  "$DOCKER" image prune -f --filter label=dev.drydock.standin >/dev/null 2>&1 || true
}

# forget_old_images: an image that was replaced has lost its name. One that somebody's machine was made from stays, until that machine is gone.
forget_old_images() {
  "$DOCKER" image prune -f --filter "label=dev.drydock.instance=$INSTANCE" >/dev/null 2>&1 || true
}

# build_image TARGET WORDS HASH [TAG]: without a tag it is the instance's own.
build_image() {
  local target=$1 words=$2 hash=$3 tag=drydock/$1:${4:-$INSTANCE} labels=(--label "dev.drydock.source=$3")
  [[ -n ${4:-} ]] || labels+=(--label "dev.drydock.instance=$INSTANCE")
  [[ $(image_source "$tag") != "$hash" ]] || return 0
  run_logged "building $words (the first time takes minutes)" "$LOGS/build-$target.log" \
    docker_build --build-arg JAR=brought --target "$target" -t "$tag" "${labels[@]}" || exit 1
}

# need_egress_image: the proxy between machines and the internet, only where the host allows them any: it takes a JDK to build.
need_egress_image() {
  local hash
  internet_is_allowed || return 0
  hash=$(source_hash "${EGRESS_SOURCES[@]}")
  [[ $(image_source "drydock/egress:$INSTANCE") != "$hash" ]] || return 0
  need_base
  need_builder
  build_image egress "the proxy between machines and the internet" "$hash"
}

# internet_is_allowed: as the server will understand it.
internet_is_allowed() {
  case ${DRYDOCK_INTERNET_ALLOWED:-} in
    [Tt][Rr][Uu][Ee] | [Oo][Nn] | [Yy][Ee][Ss] | 1) ;;
    *) [[ " ${DRYDOCK_JAVA_OPTIONS:-} " == *" -Ddrydock.internet.allowed=true "* ]] ;;
  esac
}

image_source() {
  "$DOCKER" image inspect --format "$SOURCE_LABEL" "$1" 2>/dev/null || true
}

# stop_containers: this instance's, and no other's. They keep their files.
stop_containers() {
  local ids
  mapfile -t ids < <("$DOCKER" ps -q --filter "label=dev.drydock.instance=$INSTANCE" 2>/dev/null)
  ((${#ids[@]} > 0)) || return 0
  step "stopping ${#ids[@]} containers of this instance …"
  "$DOCKER" stop "${ids[@]}" >/dev/null || warn "some containers could not be stopped; docker ps shows them"
}

# remove_everything_of ID: containers, volumes, networks and images of a throw-away instance; the build cache stays.
remove_everything_of() {
  local filter=label=dev.drydock.instance=$1
  [[ $1 =~ ^[0-9a-f]{12}$ ]] || return 0
  "$DOCKER" ps -aq --filter "$filter" | xargs -r "$DOCKER" rm -f -v >/dev/null 2>&1 || true
  "$DOCKER" volume ls -q --filter "$filter" | xargs -r "$DOCKER" volume rm -f >/dev/null 2>&1 || true
  "$DOCKER" network ls -q --filter "$filter" | xargs -r "$DOCKER" network rm >/dev/null 2>&1 || true
  "$DOCKER" images -q --filter "$filter" | sort -u | xargs -r "$DOCKER" rmi -f >/dev/null 2>&1 || true
}

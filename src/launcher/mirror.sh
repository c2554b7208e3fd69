# shellcheck shell=bash
# ./drydock mirror: what machines can pull without the internet. Works on the mirror's storage, whether or not the server runs.

command_mirror() {
  local verb=${1:-} data=''
  local images=()
  case $verb in
    list | pull) shift ;;
    --help | -h | help | '') help_mirror && return 0 ;;
    *) fail "there is no command 'mirror $verb'" "./drydock mirror --help lists them" ;;
  esac
  while (($# > 0)); do
    case $1 in
      --data) need_value "$1" $# && data=$2 && shift ;;
      --yes | -y) ASSUME_YES=yes ;;
      --help | -h) help_mirror && return 0 ;;
      -*) unknown_option "$1" mirror ;;
      *) images+=("$1") ;;
    esac
    shift
  done
  "check_mirror_$verb" "${images[@]}"
  choose_data "$data"
  open_data
  "mirror_$verb" "${images[@]}"
}

check_mirror_list() {
  (($# == 0)) || fail "mirror list takes no image" "run: ./drydock mirror list"
}

# All of them are looked at before any is fetched.
check_mirror_pull() {
  local image
  (($# > 0)) || fail "no image was named" "for example: ./drydock mirror pull redis:7-alpine"
  for image in "$@"; do hub_name "$image" >/dev/null; done
}

# hub_name IMAGE: as learners write it, with its tag; or the end, where Docker Hub cannot have such an image.
hub_name() {
  local image=$1 remedy="give names of Docker Hub, as in: docker pull redis, grafana/grafana:11.0.0"
  image=${image#docker.io/} image=${image#index.docker.io/} image=${image#library/}
  [[ $image != *@* ]] || fail "'$1' names a digest" "name a tag instead: the mirror packs layers anew, which changes digests"
  [[ $image != */* || ! ${image%%/*} =~ [.:]|^localhost$ ]] \
    || fail "'$1' is not on Docker Hub, and the mirror answers for Docker Hub only" "$remedy"
  [[ $image =~ ^[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)?(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$ ]] \
    || fail "'$1' is not an image's name" "$remedy"
  [[ $image == *:* ]] || image+=:latest
  echo "$image"
}

mirror_list() {
  local listed name size kind
  need_engine
  image_there "drydock/mirror:$INSTANCE" || fail "there is no mirror yet" "./drydock up makes it and fills it"
  listed=$(in_mirror mirror-list) || fail "the mirror cannot list what it holds" "./drydock up makes it anew; then try again"
  [[ -n $listed ]] || fail "the mirror is empty" "./drydock up fills it with what the lessons need"
  printf '%-32s %8s\n' IMAGE SIZE
  while read -r name _ size kind; do
    size=$(((size + 50000) / 100000))
    printf '%-32s %5s MB  %s\n' "${name#library/}" "$((size / 10)).$((size % 10))" "${kind/real/}"
  done <<<"$listed"
}

mirror_pull() {
  local image failed=0
  need_engine
  lock_target
  need_mirror_image "$(source_hash "${IMAGE_SOURCES[@]}")"
  for image in "$@"; do
    image=$(hub_name "$image")
    put_into_mirror "$image" || failed=1
  done
  ((failed == 0)) || exit 1
}

# need_mirror_image HASH: of all images, the one that does the work here.
need_mirror_image() {
  [[ $(image_source "drydock/mirror:$INSTANCE") != "$1" ]] || return 0
  need_base
  need_builder
  build_image mirror "the registry mirror" "$1"
}

# put_into_mirror IMAGE: fetched where that is possible, else what the engine has under that name.
put_into_mirror() {
  local image=$1 id said=''
  if ! fetch "$image"; then
    said=$(grep -v '^[[:space:]]*$' "$LOGS/pull.log" | tail -n 1 | cut -c 1-200) || true
    if ! image_there "$image"; then
      complain "$image cannot be fetched, and the engine has no image of that name: $said" \
        "check the name and the network; or bring the image from elsewhere (docker save there, docker load here), and try again"
      return 1
    fi
    step "$image cannot be fetched: taking the one that the engine has"
  fi
  id=$("$DOCKER" image inspect --format '{{.Id}}' "$image") || return 1
  step "putting $image into the mirror …"
  if ! "$DOCKER" save "$image" 2>"$LOGS/mirror.log" | in_mirror mirror-load "$(canonical "$image")" "$id" 2>>"$LOGS/mirror.log"; then
    complain "$image could not be put into the mirror: $(tail -n 1 "$LOGS/mirror.log")" "read $LOGS/mirror.log"
    return 1
  fi
  remember_pulled "$image"
  say "Machines can pull $image now."
}

# fetch IMAGE: asks even where an earlier one could not be had; that one may not exist.
fetch() {
  step "fetching $1 …"
  timeout "$PULL_LIMIT" "$DOCKER" pull -q "$1" >"$LOGS/pull.log" 2>&1
}

canonical() { if [[ $1 == */* ]]; then echo "$1"; else echo "library/$1"; fi; }

# in_mirror COMMAND…: in a container beside the mirror's own, on the same storage.
in_mirror() {
  local volume=drydock-$INSTANCE-mirror-storage
  "$DOCKER" volume create --label "dev.drydock.instance=$INSTANCE" --label dev.drydock.role=mirror "$volume" >/dev/null || return 1
  "$DOCKER" run --rm -i --network none --user 65532:65532 --cap-drop ALL --security-opt no-new-privileges --read-only \
    --label "dev.drydock.instance=$INSTANCE" --volume "$volume:/var/lib/registry" --entrypoint "$1" \
    "drydock/mirror:$INSTANCE" "${@:2}"
}

# What was pulled is offered by the proof's own mirror as well, so that lessons which use it can be proved.
remember_pulled() {
  grep -qsxF "$1" "$DATA/pulled-images" || echo "$1" >>"$DATA/pulled-images"
}

# pulled_images: those that the engine still has, and that no lesson of ours needs, one a line.
pulled_images() {
  local image
  [[ -s $DATA/pulled-images ]] || return 0
  while read -r image; do
    if ! is_among "$image" "${LESSON_IMAGES[@]}" && image_there "$image"; then echo "$image"; fi
  done <"$DATA/pulled-images"
}

# shellcheck shell=bash
# ./drydock images: what compose.yaml needs, from this checkout, also where no registry can be reached.

APP_SOURCES=("${IMAGE_SOURCES[@]}" "${JAR_SOURCES[@]}" src/deploy/drydock src/launcher lessons)

command_images() {
  local tag=latest
  while (($# > 0)); do
    case $1 in
      --tag) need_value "$1" $# && tag=$2 && shift ;;
      --yes | -y) ASSUME_YES=yes ;;
      --help | -h) help_images && return 0 ;;
      *) unknown_option "$1" images ;;
    esac
    shift
  done
  [[ $tag =~ ^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$ ]] || fail "'$tag' is not a tag of an image" "give letters, digits, '.', '_' and '-', for example --tag 2026-12"
  LOGS=$TARGET/launcher/logs
  mkdir -p "$LOGS"
  make_images "$tag"
  say "The images drydock/{app,machine,mirror}:$tag are ready."
  say "To start the classroom in a container: $([[ $tag == latest ]] || echo "DRYDOCK_TAG=$tag ")docker compose up"
}

# make_images TAG: the instance of a container is in its volume and not known here, so these images belong to none.
make_images() {
  local tag=$1 jar_hash image_hash stale=''
  jar_hash=$(source_hash "${JAR_SOURCES[@]}")
  image_hash=$(source_hash "${IMAGE_SOURCES[@]}")
  jar_is_current "$jar_hash" || stale=yes
  want_programs "$stale"
  need_engine
  lock_target
  [[ -z $stale ]] || jar_is_current "$jar_hash" || build_jar "$jar_hash"
  need_base
  need_builder
  build_image machine "the learner's machine" "$image_hash" "$tag"
  build_image mirror "the registry mirror" "$image_hash" "$tag"
  ! internet_is_allowed \
    || build_image egress "the proxy between machines and the internet" "$(source_hash "${EGRESS_SOURCES[@]}")" "$tag"
  build_image app "the classroom" "$(source_hash "${APP_SOURCES[@]}")" "$tag"
  need_lesson_images
}

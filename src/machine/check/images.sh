# shellcheck shell=dash disable=SC1111,SC2154
# What is true of images.

# _image IMAGE: leaves what the Engine knows of it in $_answer
_image() {
  engine "/images/$(_escape "$1")/json"
  [ "$_status" = 200 ] || not_yet \
    "There is no image “$1” on your machine yet. “docker image ls” lists the ones that there are." \
    "아직 “$1” 이미지가 없습니다. “docker image ls”로 지금 있는 이미지를 볼 수 있습니다."
}

# _layers FILE: those of the image in $_answer, one digest a line, the lowest first
_layers() {
  read_answer '[.RootFS.Layers[]? | strings] | .[:500] | .[]' > "$1" || broken "The Engine's answer about an image has no layers."
}

image_exists() {
  _given 'image_exists IMAGE' 1 1 "$@"
  _image "$1"
}

image_absent() {
  _given 'image_absent IMAGE' 1 1 "$@"
  engine "/images/$(_escape "$1")/json"
  [ "$_status" = 404 ] || not_yet \
    "Expected the image “$1” to be gone, but it is still there. “docker image rm $1” removes it." \
    "“$1” 이미지가 없어야 하는데 아직 있습니다. “docker image rm $1” 명령으로 지웁니다."
}

image_has_tag() {
  _given 'image_has_tag IMAGE TAG...' 2 50 "$@"
  _image "$1"
  _id=$(read_answer '.Id // ""') || broken "The Engine's answer about an image is not JSON."
  _named=$1
  shift
  for _tag; do
    engine "/images/$(_escape "$_tag")/json"
    [ "$_status" = 200 ] || not_yet \
      "Expected the image “$_named” to be called “$_tag” as well, but no image is. “docker tag $_named $_tag” gives it that name." \
      "“$_named” 이미지에 “$_tag” 이름도 있어야 하는데 그런 이름의 이미지가 없습니다. “docker tag $_named $_tag” 명령으로 이름을 붙이세요."
    [ "$(read_answer '.Id // ""')" = "$_id" ] || not_yet \
      "Expected “$_tag” to be the same image as “$_named”, but it is another one: their IDs differ in “docker image ls”. “docker tag $_named $_tag” moves the name." \
      "“$_tag” 이름은 “$_named” 이미지를 가리켜야 하는데 다른 이미지를 가리킵니다. “docker image ls”에서 두 ID가 다릅니다. “docker tag $_named $_tag” 명령으로 이름을 옮기세요."
  done
}

image_has_layers() {
  _given 'image_has_layers IMAGE N' 2 2 "$@"
  _number "$2" 1 127
  _image "$1"
  _layers "$_text"
  _count=$(wc -l < "$_text")
  [ "$_count" -ge "$2" ] || not_yet \
    "Expected the image “$1” to have at least $2 layers, but it has $_count. Each RUN, COPY and ADD of a Dockerfile makes one." \
    "“$1” 이미지에는 레이어가 $2개 이상 있어야 하는데 $_count개뿐입니다. Dockerfile의 RUN, COPY, ADD가 레이어를 하나씩 만듭니다."
}

image_shares_base() {
  _given 'image_shares_base IMAGE OTHER' 2 2 "$@"
  _image "$1"
  _layers "$_text"
  _image "$2"
  _layers "$_text.other"
  _base=$(head -n 1 "$_text")
  [ "${_base:-none}" = "$(head -n 1 "$_text.other")" ] || not_yet \
    "Expected the images “$1” and “$2” to share their lowest layer, but these differ. Begin both Dockerfiles with the same FROM." \
    "“$1” 이미지와 “$2” 이미지는 맨 아래 레이어가 같아야 하는데 서로 다릅니다. 두 Dockerfile을 같은 FROM으로 시작하세요."
}

image_based_on() {
  _given 'image_based_on IMAGE BASE' 2 2 "$@"
  _image "$2"
  _layers "$_text.other"
  _image "$1"
  _layers "$_text"
  _count=$(wc -l < "$_text.other")
  head -n "$_count" "$_text" | cmp -s - "$_text.other" || not_yet \
    "Expected the image “$1” to be built on top of “$2”, but its lowest layers are others. Begin its Dockerfile with “FROM $2”, and build it again." \
    "“$1” 이미지는 “$2” 이미지 위에 만들어야 하는데 아래쪽 레이어가 다릅니다. Dockerfile을 “FROM $2” 줄로 시작하고 다시 빌드하세요."
}

image_has_config() {
  _given 'image_has_config IMAGE [--cmd TEXT] [--entrypoint TEXT] [--env KEY=VALUE] [--port N] [--workdir DIR] [--user NAME] [--label KEY=VALUE]' 3 99 "$@"
  _named=$1
  shift
  _wish 'cmd entrypoint env port workdir user label' "$@"
  _image "$_named"
  _unmet image.jq --arg name "$_named"
  [ -n "$_kind" ] || return 0
  case $_kind in
    cmd) _instruction="CMD $_wanted" ;;
    entrypoint) _instruction="ENTRYPOINT $_wanted" ;;
    port) _instruction="EXPOSE $_wanted" ;;
    *) _instruction="$(printf '%s' "$_kind" | tr '[:lower:]' '[:upper:]') $_wanted" ;;
  esac
  not_yet \
    "Expected the image “$_named” to have “$_instruction”, but it has ${_seen:+“}${_seen:-none}${_seen:+”}. Change its Dockerfile, and build it again." \
    "“$_named” 이미지에 “$_instruction” 설정이 있어야 하는데 ${_seen:+지금 값은 “}${_seen:-없습니다}${_seen:+”입니다}. Dockerfile을 고치고 다시 빌드하세요."
}

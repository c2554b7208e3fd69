# shellcheck shell=dash disable=SC1111,SC2154
# What web servers and registries in the machine answer. Each question is bounded in time and size by machine-http.

# _http PORT PATH [OPTIONS]...: leaves the body in $_text, the status in $_status ("000": no answer), what curl ended with in $_code
_http() {
  _port=$1 _path=$2
  shift 2
  _code=0
  _status=$(machine-http "$@" "$_port" "$_path" 2>&1 > "$_text") || _code=$?
  case $_code in
    2) _misused "$_status" ;;
    69 | 70 | 71 | 126 | 127) broken "machine-http has ended with $_code: $_status" ;;
  esac
}

port_answers() {
  _given 'port_answers PORT [TEXT] [PATH]' 1 3 "$@"
  _number "$1" 1 65535
  _one_line "${2-}"
  _where="http://localhost:$1${3:-/}"
  for _try in 1 2 3 4 5 6 7 8 9 10; do
    _http "$1" "${3:-/}"
    # What has been started just now may need a moment; what is silent for seconds will not get better.
    case $_code in
      7 | 52 | 56) sleep 0.2 ;;
      *) break ;;
    esac
  done
  case $_status in
    2??) ;;
    000)
      not_yet \
        "Expected a web server to answer at $_where, but there is no answer. “docker ps” shows which ports are published, and “curl $_where” asks for yourself." \
        "$_where 주소에서 웹 서버가 응답해야 하는데 응답이 없습니다. “docker ps” 명령으로 열린 포트를 보고 “curl $_where” 명령으로 직접 물어보세요."
      ;;
    *)
      not_yet \
        "Expected $_where to answer with a page, but it answers with the status $_status. “curl -i $_where” shows the whole answer." \
        "$_where 주소에서 페이지가 와야 하는데 상태 코드가 $_status입니다. “curl -i $_where” 명령으로 응답 전체를 볼 수 있습니다."
      ;;
  esac
  ! grep -aqF -e "${2-}" "$_text" || return 0
  [ -n "${2-}" ] || return 0
  _shorten < "$_text"
  not_yet \
    "Expected “$2” in the page at $_where, but it ${_seen:+begins with: “}${_seen:-is empty}${_seen:+”}. “curl $_where” shows all of it." \
    "$_where 주소의 페이지에 “$2” 글이 있어야 하는데 ${_seen:+첫 줄은 “}${_seen:-비어 있습니다}${_seen:+”입니다}. “curl $_where” 명령으로 전부 볼 수 있습니다."
}

port_silent() {
  _given 'port_silent PORT' 1 1 "$@"
  _number "$1" 1 65535
  _http "$1" /
  [ "$_code" = 7 ] || not_yet \
    "Expected nothing to listen on port $1, but something does. “docker ps” shows which container publishes it." \
    "포트 $1번에서 아무것도 응답하지 않아야 하는데 응답이 있습니다. “docker ps” 명령으로 그 포트를 연 컨테이너를 찾아보세요."
}

_manifests='application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.docker.distribution.manifest.v2+json'

# _registry HOST:PORT PATH [USER:PASSWORD]: asks a registry of the machine's
_registry() {
  case $1 in
    localhost:* | 127.0.0.1:*) _number "${1#*:}" 1 65535 ;;
    *) _misused "$1 is not a registry of the machine's, such as localhost:5000" ;;
  esac
  _http "${1#*:}" "$2" --accept "$_manifests" ${3:+--user "$3"}
  [ "$_status" != 000 ] || not_yet \
    "Expected a registry to answer at $1, but there is no answer. “docker ps” shows whether its container runs and publishes its port." \
    "$1 주소에서 레지스트리가 응답해야 하는데 응답이 없습니다. “docker ps” 명령으로 레지스트리 컨테이너와 열린 포트를 확인하세요."
}

# _manifest HOST:PORT REPOSITORY TAG [USER:PASSWORD]: asks for an image; $_status is 200 or 404
_manifest() {
  case $2 in
    *[!a-z0-9._/-]* | /*) _misused "$2 is not the name of a repository" ;;
  esac
  case $3 in
    *[!A-Za-z0-9_.:-]*) _misused "$3 is not a tag" ;;
  esac
  _registry "$1" "/v2/$2/manifests/$3" "${4-}"
  case $_status in
    200 | 404) ;;
    401 | 403)
      not_yet \
        "Expected the registry $1 to show the repository “$2”, but it wants another name and password than the lesson's. Start it with those of the lesson." \
        "$1 레지스트리에서 “$2” 리포지토리를 볼 수 있어야 하는데 레슨의 이름과 비밀번호가 맞지 않습니다. 레슨에 나온 것으로 레지스트리를 시작하세요."
      ;;
    *)
      not_yet \
        "Expected a registry at $1, but what answers there gives the status $_status. “docker ps” shows which container publishes the port." \
        "$1 주소에서 레지스트리가 응답해야 하는데 상태 코드가 $_status입니다. “docker ps” 명령으로 그 포트를 연 컨테이너를 확인하세요."
      ;;
  esac
}

registry_has() {
  _given 'registry_has HOST:PORT REPOSITORY TAG [USER:PASSWORD]' 3 4 "$@"
  _manifest "$@"
  [ "$_status" != 200 ] || return 0
  _http "${1#*:}" "/v2/$2/tags/list" ${4:+--user "$4"}
  _seen=$(jq -r '[.tags[]? | strings | .[:40]] | .[:10] | join(", ")' "$_text" 2> /dev/null) || _seen=
  not_yet \
    "Expected the image “$2:$3” in the registry $1, but of this repository it has ${_seen:+only: }${_seen:-nothing}. “docker push $1/$2:$3” sends it." \
    "$1 레지스트리에 “$2:$3” 이미지가 있어야 하는데 이 리포지토리에 ${_seen:+있는 태그는 }${_seen:-아무것도 없습니다}${_seen:+입니다}. “docker push $1/$2:$3” 명령으로 올리세요."
}

registry_lacks() {
  _given 'registry_lacks HOST:PORT REPOSITORY TAG [USER:PASSWORD]' 3 4 "$@"
  _manifest "$@"
  [ "$_status" = 404 ] || not_yet \
    "Expected the registry $1 not to have the image “$2:$3”, but it has. Delete it there, or begin with a new registry." \
    "$1 레지스트리에 “$2:$3” 이미지가 없어야 하는데 있습니다. 거기서 지우거나 레지스트리를 새로 시작하세요."
}

registry_is_private() {
  _given 'registry_is_private HOST:PORT' 1 1 "$@"
  _registry "$1" /v2/
  [ "$_status" = 401 ] || not_yet \
    "Expected the registry $1 to ask for a name and a password (status 401), but it answers everybody with the status $_status. Start it again with its password file." \
    "$1 레지스트리가 이름과 비밀번호를 요구해야 하는데(상태 코드 401) 누구에게나 상태 코드 $_status 응답을 보냅니다. 비밀번호 파일과 함께 다시 시작하세요."
}

# _login HOST: leaves true in $_found when the client keeps a login for it
_login() {
  _path=/root/.docker/config.json _found=
  machine-file cat "$_path" > "$_text" 2> /dev/null || return 0
  _found=$(jq -r --arg host "$1" '(.auths // {}) | has($host)' "$_text" 2> /dev/null) || _found=
}

logged_in() {
  _given 'logged_in HOST' 1 1 "$@"
  _login "$1"
  [ "$_found" = true ] || not_yet \
    "Expected you to be logged in to $1, but Docker keeps no login for it. “docker login $1” asks for the name and the password." \
    "$1 레지스트리에 로그인되어 있어야 하는데 저장된 로그인이 없습니다. “docker login $1” 명령으로 이름과 비밀번호를 입력하세요."
}

logged_out() {
  _given 'logged_out HOST' 1 1 "$@"
  _login "$1"
  [ "$_found" != true ] || not_yet \
    "Expected you to be logged out of $1, but Docker still keeps the login. “docker logout $1” forgets it." \
    "$1 레지스트리에서 로그아웃되어 있어야 하는데 로그인이 아직 남아 있습니다. “docker logout $1” 명령으로 지우세요."
}

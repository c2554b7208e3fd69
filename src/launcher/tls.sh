# shellcheck shell=bash
# TLS for a class: with a certificate of the host's own, with one made on the spot, or by a proxy in front.

TLS_CERTIFICATE=''
TLS_KEY=''
TLS_SELF_SIGNED=''
TLS_FACTS=()
BEHIND_PROXY=''

uses_tls() { [[ -n $TLS_SELF_SIGNED$TLS_CERTIFICATE$TLS_KEY ]]; }

# find_tls_file OPTION FILE: sets TLS_FILE to its absolute path.
find_tls_file() {
  [[ -f $2 && -r $2 ]] || fail "$1: there is no file $2 that this user can read" "give a PEM file, which begins with -----BEGIN"
  TLS_FILE=$(cd -P "$(dirname -- "$2")" && pwd -P)/$(basename -- "$2")
}

check_tls_options() {
  [[ -z $BEHIND_PROXY ]] || check_proxy_options
  uses_tls || return 0
  [[ -n $CLASSROOM ]] || fail "TLS is for a class" "add --classroom"
  [[ -z $TLS_SELF_SIGNED || -z $TLS_CERTIFICATE$TLS_KEY ]] || fail "--tls-self-signed makes a certificate, and --tls-certificate gives one" "choose one of them"
  [[ -n $TLS_SELF_SIGNED || (-n $TLS_CERTIFICATE && -n $TLS_KEY) ]] \
    || fail "a certificate and its key belong together" "give both: --tls-certificate FILE --tls-key FILE"
  SERVER_SCHEME=https
}

# A proxy on another computer needs more to be said: whose word about who comes is to be believed.
check_proxy_options() {
  local host=''
  [[ ! $BEHIND_PROXY =~ ^https://([^:/]+)(:[0-9]+)?$ ]] || host=${BASH_REMATCH[1]}
  is_host_name "$host" \
    || fail "'$BEHIND_PROXY' is not how browsers reach a proxy" "give scheme and name: --behind-proxy https://classroom.example.org"
  CLASSROOM_NAMES+=("$host")
  [[ -n $CLASSROOM ]] || fail "--behind-proxy is for a class" "add --classroom"
  ! uses_tls || fail "behind a proxy the server speaks HTTP, and the proxy TLS" "leave the options for TLS away"
  [[ $SERVER_HOST == 127.* ]] || fail "a proxy on another computer cannot be told from learners by options alone" \
    "run it on this computer, without --address; or follow docs/hosting.md, \"Behind a reverse proxy\""
  DRYDOCK_ADDRESS=$BEHIND_PROXY
  SERVER_OPTIONS+=(--server.forward-headers-strategy=native '--server.tomcat.remoteip.internal-proxies=127\.\d+\.\d+\.\d+|::1|0:0:0:0:0:0:0:1')
}

# prepare_tls: looks at the files, or makes them, before a server is started with them. The server reads them again when they change, and
# stays with the ones before where the new ones are damaged or do not belong together.
prepare_tls() {
  local bundle=--spring.ssl.bundle.pem.classroom facts host names=(localhost 127.0.0.1)
  uses_tls || return 0
  if [[ -n $TLS_SELF_SIGNED ]]; then
    while read -r host; do names+=("$host"); done < <(classroom_hosts | tr -d '[]')
    TLS_CERTIFICATE=$DATA/tls/certificate.pem TLS_KEY=$DATA/tls/key.pem
    facts=$("$JAVA" "${JAVA_OPTIONS[@]}" -jar "$APP/drydock.jar" certificate --self-signed "$DATA/tls" "${names[@]}") || exit 1
  else
    facts=$("$JAVA" "${JAVA_OPTIONS[@]}" -jar "$APP/drydock.jar" certificate "$TLS_CERTIFICATE" "$TLS_KEY") || exit 1
  fi
  mapfile -t TLS_FACTS <<<"$facts"
  SERVER_OPTIONS+=("--server.ssl.bundle=classroom" "$bundle.keystore.certificate=file:$TLS_CERTIFICATE"
    "$bundle.keystore.private-key=file:$TLS_KEY" "$bundle.keystore.verify-keys=true" "$bundle.reload-on-update=true")
  [[ ${TLS_FACTS[0]} != trusted ]] || SERVER_OPTIONS+=(--drydock.strict-transport=true)
}

# say_certificate: from what prepare_tls has kept.
say_certificate() {
  local kind fingerprint end
  read -r kind fingerprint end <"$DATA/server.certificate"
  if [[ $kind == self-signed ]]; then
    say "The certificate is signed by nobody else, so browsers warn once. Have learners compare before they accept it:"
    say "  SHA-256 $fingerprint"
    say "Where they do not compare, somebody in the network can put themselves in between. Browsers may keep copy buttons from working."
  fi
  say "The certificate is good until $end."
}

# shellcheck shell=bash
# The JDK's ahead-of-time cache: a training run remembers which classes the server loads, and a start takes half the
# time. Without it everything works, only more slowly; so a failure here is said, not fatal.

TRAINING_LIMIT=90

# name_cache: sets CACHE to where the cache for this jar, this JDK and these options is, or would be.
name_cache() {
  local key
  key=$(printf '%s\n' "${JAVA_OPTIONS[*]}" "$JAVA_HOME" "$(stat -L -c '%s %Y' "$JAVA" "$JAVA_HOME/lib/modules" 2>/dev/null || true)" | sha256sum)
  CACHE=$APP/start-${key:0:12}.aot
}

# name_cache_options: sets CACHE_OPTIONS, by which Java uses the cache where there is one.
name_cache_options() {
  CACHE_OPTIONS=()
  [[ ! -s $CACHE ]] || CACHE_OPTIONS=("-XX:AOTCache=$CACHE" -Xlog:aot=off -Xlog:cds=off)
}

# prepare_cache: sets CACHE to the cache for this jar, this JDK and these options, or to nothing.
prepare_cache() {
  name_cache
  [[ ! -s $CACHE ]] || return 0
  if [[ ! -e $CACHE.failed ]]; then
    step "training the server's start (once per build) …"
    if train "$CACHE.new" && mv "$CACHE.new" "$CACHE"; then return 0; fi
    : >"$CACHE.failed"
    warn "the start-up cache could not be made (see $LOGS/training.log): the server works, its start takes longer"
  fi
  CACHE=''
}

# train FILE: starts a server on a throw-away data directory and without an engine, asks it for a few pages, stops it.
train() (
  output=$1 room=$TARGET/launcher/training port=$((20000 + RANDOM % 30000))
  while port_taken "$port"; do port=$((20000 + RANDOM % 30000)); done
  end_stray "$room/data"
  rm -rf "$room"
  mkdir -p "$room/data"
  DATA=$(cd -P "$room/data" && pwd -P)
  use_own_database
  export DOCKER_HOST=unix://$DATA/no-engine.sock
  trap 'kill -KILL "$(server_pid)" 2>/dev/null; trap - INT; kill -INT "$BASHPID"' INT TERM
  spawn_server "$port" "$LOGS/training.log" "-XX:AOTCacheOutput=$output" || exit 1
  pid=$(server_pid) || exit 1
  visit_pages "$port" "$pid" || { kill -KILL "$pid" 2>/dev/null; exit 1; }
  kill "$pid"
  # Writing the cache is part of the server's exit.
  await_end "$pid" "$TRAINING_LIMIT" || { kill -KILL "$pid" 2>/dev/null; exit 1; }
  [[ -s $output ]] && rm -rf "$room"
)

# The same way that a learner's browser takes: sign in, the page it leads to, and that page's files.
visit_pages() {
  local port=$1 pid=$2 deadline=$((SECONDS + TRAINING_LIMIT)) address answer cookie page
  until [[ -n $(http_status "$port" /actuator/health) ]]; do
    # Without the launcher ($$, of which this is a part) nobody waits for the result.
    kill -0 "$pid" 2>/dev/null && kill -0 $$ 2>/dev/null && ((SECONDS < deadline)) || return 1
    nap 0.2
  done
  mkdir -p "$DATA/sign-in"
  address=$(sign_in_address "$port")
  answer=$(http_get "$port" "/${address#http://*/}") || return 1
  cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' <<<"$answer" | tr -d '\r' | paste -sd ';')
  page=$(sed -n 's/^[Ll]ocation: \(http:\/\/[^/]*\)\{0,1\}\([^\r]*\).*/\2/p' <<<"$answer" | tr -d '\r' | head -n 1)
  for page in "${page:-/}" / /actuator/health; do
    answer=$(http_get "$port" "$page" "$cookie") || return 1
  done
}

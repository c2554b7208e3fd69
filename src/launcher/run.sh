# shellcheck shell=bash
# Long work in the foreground, its output in a log: a short line at the start, one now and then, one at the end.

# run_logged WHAT LOG COMMAND…: runs COMMAND, and where it fails explains it with the end of the log.
run_logged() {
  local what=$1 log=$2 started=$SECONDS ticker status=0
  shift 2
  step "$what …"
  printf '\n# %s: %s\n' "$(date '+%F %T')" "$what" >"$log"
  tick "$what" "$log" $$ &
  ticker=$!
  "$@" >>"$log" 2>&1 </dev/null || status=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  if ((status == 0)); then
    ((SECONDS - started < 3)) || step "$what: done in $((SECONDS - started)) s"
    return 0
  fi
  explain_failure "$what" "$log" "$status"
  return 1
}

# The ticker ends with the launcher, even where that is killed.
tick() {
  local what=$1 log=$2 launcher=$3 waited=0 last
  while nap 1 && kill -0 "$launcher" 2>/dev/null; do
    ((++waited % 15 == 0)) || continue
    last=$(tail -n 1 "$log" | tr -d '\r' | cut -c 1-72)
    step "$what: $waited s so far  ${DIM}${last}${PLAIN}"
  done
}

explain_failure() {
  local what=$1 log=$2 status=$3
  printf '%s\n' "${RED}drydock: $what failed (exit code $status). The end of $log:${PLAIN}" >&2
  tail -n 12 "$log" | cut -c 1-200 | sed 's/^/  | /' >&2
  printf '%s\n' "  What to do: $(remedy_for "$log")" >&2
}

# The causes that can be told from a log, each with what helps.
remedy_for() {
  local log=$1
  if grep -qiE 'no space left on device|disk quota exceeded' "$log"; then
    echo "the disk is full. Free some space (docker system df shows what the engine uses, docker builder prune" \
      "frees its build cache), then run the same command again."
  elif grep -qiE 'temporary failure (in name resolution|resolving)|could not resolve|unknown host|no route to host|network is unreachable|ENOTFOUND|EAI_AGAIN' "$log"; then
    echo "the network did not answer. Building needs the package sources once; check the connection or the proxy" \
      "settings, then run the same command again."
  elif grep -qiE 'permission denied' "$log"; then
    echo "this user may not write or run something named in the log. Give the right, or run as the user who owns it."
  elif grep -qiE 'killed|cannot allocate memory|OutOfMemoryError' "$log"; then
    echo "memory ran out. Close other programs or add swap, then run the same command again."
  else
    echo "read $log; after mending the cause run the same command again, it goes on where it stopped."
  fi
}

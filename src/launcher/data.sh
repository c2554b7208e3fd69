# shellcheck shell=bash
# The data directory: where it is, what the launcher keeps in it, who may work on it.

# open_throw_away_data DIR: an empty data directory. What a killed run has left of the one before, on the engine or as a server, is
# removed: its instance is known.
open_throw_away_data() {
  DATA=$1
  if find_docker && [[ -s $DATA/instance ]]; then
    use_context_host
    end_stray "$DATA"
    remove_everything_of "$(<"$DATA/instance")"
  fi
  rm -rf "$DATA"
  open_data
  use_own_database
}

# use_own_database: what is started from here on has people and progress in its data directory, whatever database the classroom is told to use.
use_own_database() {
  unset DRYDOCK_DATABASE_URL DRYDOCK_DATABASE_USER DRYDOCK_DATABASE_PASSWORD
  SERVER_OPTIONS+=(--drydock.database.url=)
}

# choose_data [DIR]: sets DATA to an absolute path (--data, else DRYDOCK_DATA, else data/ in the checkout).
choose_data() {
  DATA=${1:-${DRYDOCK_DATA:-$CHECKOUT/data}}
  [[ $DATA == /* ]] || DATA=$PWD/$DATA
  while [[ $DATA == */ && $DATA != / ]]; do DATA=${DATA%/}; done
  if [[ -d $DATA ]]; then
    DATA=$(cd -P "$DATA" && pwd -P) || fail "$DATA cannot be entered" "run as its owner, or choose another with --data DIR"
  fi
}

# open_data: makes what is missing, readable by its owner only, and sets INSTANCE.
open_data() {
  local remedy="make it writable for this user, or choose another with --data DIR"
  (umask 077 && mkdir -p "$DATA/logs" "$DATA/sign-in") 2>/dev/null \
    || fail "the data directory $DATA cannot be made or written" "$remedy"
  DATA=$(cd -P "$DATA" && pwd -P)
  chmod 700 "$DATA" "$DATA/sign-in" 2>/dev/null || fail "the data directory $DATA belongs to somebody else" "$remedy"
  LOGS=$DATA/logs
  [[ -s $DATA/instance ]] || make_instance
  read_instance
}

# A file that is there is whole: it is written beside its place and moved.
make_instance() {
  local new
  new=$(mktemp "$DATA/instance.XXXXXX") || fail "nothing can be written in $DATA" "check the disk's free space and the directory's rights"
  random_hex 6 >"$new"
  # The first of two launchers wins; both then read the same file.
  mv -n "$new" "$DATA/instance"
  rm -f "$new"
}

read_instance() {
  INSTANCE=$(<"$DATA/instance")
  [[ $INSTANCE =~ ^[0-9a-f]{12}$ ]] \
    || fail "$DATA/instance should hold 12 hex digits, not '${INSTANCE:0:40}'" \
      "restore that file from a backup; or remove it to start as a new instance that knows none of the old machines"
}

random_hex() {
  od -An -v -N"$1" -tx1 /dev/urandom | tr -d ' \n'
  echo
}

# lock_file FILE WORDS: holds a lock until the launcher ends or unlock_all; waits, and says so, where another has it.
lock_file() {
  local file=$1 words=$2 fd
  exec {fd}>>"$file" || fail "$file cannot be written" "check the directory's rights"
  if ! flock -n "$fd"; then
    say "$words. Waiting for it to finish (Ctrl-C gives up)."
    flock "$fd"
  fi
  LOCKS+=("$fd")
}
LOCKS=()

lock_data() { lock_file "$DATA/up.lock" "Another ./drydock is at work on $DATA"; }

# What is built in target/ serves every data directory of the checkout, so it has a lock of its own.
lock_target() {
  mkdir -p "$TARGET" || fail "$TARGET cannot be made" "make the checkout writable for $(id -un)"
  lock_file "$TARGET/build.lock" "Another ./drydock is building in $CHECKOUT"
}

unlock_all() {
  local fd
  for fd in "${LOCKS[@]}"; do exec {fd}>&-; done
  LOCKS=()
}

# free_of_locks COMMAND…: for what may outlive the launcher and must not keep its locks.
free_of_locks() (
  unlock_all
  exec {NAP_FD}>&-
  exec "$@"
)

# sign_in_address PORT: leaves the permission to sign in once and prints the address that uses it.
sign_in_address() { echo "http://127.0.0.1:$1/$(sign_in_path)"; }

# sign_in_path [instructor]: the same, without scheme, host and port; an instructor's takes the place of the one before. Only the
# token's hash is kept.
sign_in_path() {
  local kind=${1:-} token hash file
  if [[ -n $kind ]]; then
    for file in "$DATA"/sign-in/*; do
      [[ ! -s $file ]] || rm -f "$file" # only instructors' are not empty
    done
  fi
  token=$(random_hex 32)
  hash=$(printf %s "$token" | sha256sum)
  (umask 077 && printf %s "$kind" >"$DATA/sign-in/${hash%% *}")
  echo "sign-in?token=$token"
}

# public_address ADDRESS: as browsers know it, where that is by another name than this computer's own.
public_address() { echo "${DRYDOCK_ADDRESS:-${1%%/sign-in*}}/${1#*://*/}"; }

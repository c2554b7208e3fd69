# shellcheck shell=bash
# What the launcher says: short lines, colours only on a terminal, every failure with its remedy.

if [[ -t 1 && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
  BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' YELLOW=$'\e[33m' GREEN=$'\e[32m' PLAIN=$'\e[0m'
else
  BOLD='' DIM='' RED='' YELLOW='' GREEN='' PLAIN=''
fi

say() { printf '%s\n' "$*"; }

step() { printf '%s\n' "${DIM}·${PLAIN} $*"; }

warn() { printf '%s\n' "${YELLOW}drydock: $*${PLAIN}" >&2; }

# complain WHAT REMEDY
complain() { printf '%s\n' "${RED}drydock: $1${PLAIN}" "  What to do: $2" >&2; }

# fail WHAT REMEDY: the end of the command.
fail() {
  complain "$1" "$2"
  exit 1
}

# need_value OPTION COUNT: an option that wants a value must have one.
need_value() {
  (($2 >= 2)) || fail "$1 wants a value" "./drydock help shows the options"
}

unknown_option() { fail "'$1' is not an option of this command" "./drydock ${2:-} --help shows the options"; }

# nap SECONDS: waits without starting a process.
exec {NAP_FD}<> <(:)
nap() { read -r -t "$1" -u "$NAP_FD" || true; }

# is_among WANTED ONE…
is_among() {
  local wanted=$1 one
  shift
  for one in "$@"; do
    [[ $one != "$wanted" ]] || return 0
  done
  return 1
}

# shellcheck shell=bash
# What a build depends on, as one number: names, rights and contents of its sources, whatever their dates.

# source_hash PATH…: of files and directories in the checkout; those that do not exist count as empty.
source_hash() (
  cd "$CHECKOUT" || exit 1
  export LC_ALL=C
  for path in "$@"; do
    [[ ! -e $path ]] || find "$path" \( -name node_modules -o -name __pycache__ -o -name .git \) -prune -o -type f -print0
  done | sort -z | hash_files | cut -c 1-32
)

hash_files() {
  local list
  list=$(mktemp) || return 1
  cat >"$list"
  {
    # shellcheck disable=SC2016 # expanded by the inner shell
    # Only the owner's right to execute reaches an image or a jar.
    xargs -0 -r sh -c 'for f; do [ -x "$f" ] && printf "x %s\n" "$f"; done; :' sh <"$list"
    xargs -0 -r sha256sum -- <"$list"
  } | sha256sum
  rm -f "$list"
}

#!/bin/sh
# Copies files and directories of this system into a tree, with the libraries that programs among them load and that the
# trees below do not have: tree.sh TREE BELOW PATH...   (BELOW: directories, separated by colons; may be empty)
set -eu
tree=$1 below=$2
shift 2
mkdir -p "$tree"

is_below() {
  (IFS=:; for lower in $below; do [ ! -e "$lower$1" ] || exit 0; done; exit 1)
}

for path in "$@"; do
  tar --create --directory / ".$path" | tar --extract --directory "$tree"
done

# ldd prints "name => /path (address)", and the loader's path alone.
find "$tree" -type f \( -perm /111 -o -name '*.so*' \) -exec sh -c 'for f; do ldd "$f" 2>/dev/null || :; done' sh {} + \
  | awk '$2 == "=>" && $3 ~ "^/" { print $3 } $1 ~ "^/" { print $1 }' | sort -u | while read -r library; do
  place=$(readlink -f "$(dirname "$library")")/$(basename "$library")
  ! is_below "$place" || continue
  mkdir -p "$tree$(dirname "$place")"
  cp -L "$library" "$tree$place"
done

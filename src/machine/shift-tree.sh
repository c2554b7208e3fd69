#!/bin/sh
# Copies a root file system, adding a number to every owner: shift-tree.sh FROM TO NUMBER
# Links stay links, and set-user-id bits and file capabilities arrive, because no chown comes after them.
set -eu
from=$1 to=$2 shift=$3
maps=$(mktemp -d)
find "$from" -xdev -printf '%U\n' | sort -un | awk -v shift="$shift" '{ print "+" $1, "+" ($1 + shift) }' > "$maps/owners"
find "$from" -xdev -printf '%G\n' | sort -un | awk -v shift="$shift" '{ print "+" $1, "+" ($1 + shift) }' > "$maps/groups"

mkdir "$to"
tar --create --directory "$from" --one-file-system --numeric-owner --xattrs --xattrs-include='*' --sparse \
    --owner-map="$maps/owners" --group-map="$maps/groups" \
    --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' --exclude='./run/*' --exclude='./tmp/*' --exclude=./.dockerenv . \
  | tar --extract --directory "$to" --numeric-owner --preserve-permissions --same-owner --xattrs --xattrs-include='*'
rm -r "$maps"

# One owner that was missed would be one that the learner cannot change, or worse, the real root's.
missed=$(find "$to" \( -uid -"$shift" -o -gid -"$shift" \) -print -quit)
if [ -n "$missed" ]; then
  echo "not shifted: $missed" >&2
  exit 1
fi

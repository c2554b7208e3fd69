# shellcheck shell=bash
# Installs Debian packages where that is possible and allowed, and says exactly what to install where it is not.

ASSUME_YES=${ASSUME_YES:-}

can_install() { [[ $(id -u) == 0 && -z $SYSROOT ]] && on_debian; }

on_debian() { command -v apt-get >/dev/null && [[ -e $SYSROOT/etc/debian_version ]]; }

package_available() {
  command -v apt-cache >/dev/null || return 1
  [[ -n $(apt-cache show --no-all-versions "$1" 2>/dev/null) ]]
}

# available_of PACKAGE…: those of them that this system's sources know.
available_of() {
  local package
  for package in "$@"; do
    if package_available "$package"; then echo "$package"; fi
  done
}

# want PACKAGE WHY: remembers what is missing, so that there is one question and one installation.
want() {
  WANTED+=("$1")
  WANTED_WHY+=("$2")
}
WANTED=()
WANTED_WHY=()

# install_wanted: installs what was remembered, or says what to do and ends.
install_wanted() {
  local i
  ((${#WANTED[@]} > 0)) || return 0
  say "Missing on this system:"
  for i in "${!WANTED[@]}"; do say "  ${WANTED[i]}: ${WANTED_WHY[i]}"; done
  if ! can_install; then
    fail "what is listed above is not installed" "$(install_remedy)"
  fi
  agreed || fail "nothing was installed" "$(install_remedy)"
  install_packages "${WANTED[@]}"
  WANTED=() WANTED_WHY=()
}

install_remedy() {
  if on_debian; then
    echo "as root, run: apt-get install ${WANTED[*]}"
  else
    echo "install what is listed above (names as in Debian) with this system's package manager, then run the command again"
  fi
}

agreed() {
  local answer
  [[ -z $ASSUME_YES && -t 0 && -t 1 ]] || return 0
  read -r -p "Install with apt now? [Y/n] " answer || return 1
  [[ -z $answer || $answer == [yY]* ]]
}

install_packages() {
  refresh_package_lists
  # The packages' scripts may start a daemon, which must not inherit the launcher's locks.
  run_logged "installing $*" "$LOGS/packages.log" \
    free_of_locks env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" || exit 1
  hash -r
}

# Once per run; with old lists and no network an installation may still work.
refresh_package_lists() {
  [[ -z ${PACKAGE_LISTS_FRESH:-} ]] || return 0
  run_logged "refreshing the package lists" "$LOGS/packages.log" apt-get update \
    || warn "going on with the package lists there are"
  PACKAGE_LISTS_FRESH=yes
}

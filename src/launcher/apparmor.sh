# shellcheck shell=bash
# The machines' AppArmor profile, on systems where AppArmor is on: without it no machine could start.

APPARMOR_PROFILE=$CHECKOUT/src/main/resources/dev/drydock/machine/apparmor.profile

apparmor_is_on() { [[ $(read_setting /sys/module/apparmor/parameters/enabled) == Y ]]; }

# apparmor_command: loads the profile. An AppArmor before 4.0 has no rule for user namespaces, and no name for one.
apparmor_command() {
  echo "grep -v '^  userns,' '$APPARMOR_PROFILE' | apparmor_parser -r    (from AppArmor 4.0 on: apparmor_parser -r '$APPARMOR_PROFILE')"
}

# need_apparmor_profile: loads the profile where that is needed and allowed, or says how.
need_apparmor_profile() {
  local stamp=$TARGET/launcher/apparmor.stamp hash
  apparmor_is_on || return 0
  hash=$(sha256sum <"$APPARMOR_PROFILE")
  if [[ $(id -u) != 0 ]]; then
    # Only root sees the list of profiles. A machine that is refused for want of it says so in the server's log.
    return 0
  fi
  if [[ -s $stamp && $(<"$stamp") == "$hash" ]] \
    && grep -qs '^drydock-machine ' "$SYSROOT/sys/kernel/security/apparmor/profiles"; then
    return 0
  fi
  command -v apparmor_parser >/dev/null || { want apparmor "loads the machines' AppArmor profile" && install_wanted; }
  step "loading the machines' AppArmor profile …"
  apparmor_parser -r "$APPARMOR_PROFILE" 2>/dev/null \
    || grep -v '^  userns,' "$APPARMOR_PROFILE" | apparmor_parser -r \
    || fail "the AppArmor profile of the machines cannot be loaded" "as root: $(apparmor_command)"
  mkdir -p "${stamp%/*}"
  echo "$hash" >"$stamp"
}

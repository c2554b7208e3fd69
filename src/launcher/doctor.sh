# shellcheck shell=bash
# ./drydock doctor: looks at each need and says what it saw, never more. Changes nothing.

command_doctor() {
  local json=''
  while (($# > 0)); do
    case $1 in
      --json) json=yes ;;
      --help | -h) help_doctor && return 0 ;;
      *) unknown_option "$1" doctor ;;
    esac
    shift
  done
  examine
  if [[ -n $json ]]; then print_findings_as_json; else print_findings; fi
  ! is_among missing "${FOUND_STATE[@]}" || exit 1
}

# found NAME STATE DETAIL [REMEDY]: STATE is ok, weak (works, with a drawback), missing (does not work), or unknown
# (could not be looked at).
found() {
  FOUND_NAME+=("$1")
  FOUND_STATE+=("$2")
  FOUND_DETAIL+=("$3")
  FOUND_REMEDY+=("${4:-}")
}
FOUND_NAME=() FOUND_STATE=() FOUND_DETAIL=() FOUND_REMEDY=()

examine() {
  examine_jdk
  examine_build_tools
  examine_browser
  examine_engine
  examine_builder
  examine_kernel
  examine_user_namespaces
  examine_apparmor
  examine_selinux
  examine_cgroups
  examine_memory
  examine_open_files
}

print_findings() {
  local i colour
  for i in "${!FOUND_NAME[@]}"; do
    case ${FOUND_STATE[i]} in
      ok) colour=$GREEN ;;
      missing) colour=$RED ;;
      *) colour=$YELLOW ;;
    esac
    printf '%s%-8s%s%-18s %s\n' "$colour" "${FOUND_STATE[i]}" "$PLAIN" "${FOUND_NAME[i]}" "${FOUND_DETAIL[i]}"
    [[ -z ${FOUND_REMEDY[i]} ]] || printf '%26s What to do: %s\n' '' "${FOUND_REMEDY[i]}"
  done
}

print_findings_as_json() {
  local i separator=''
  printf '{"findings":['
  for i in "${!FOUND_NAME[@]}"; do
    printf '%s\n  {"name":%s,"state":%s,"detail":%s,"remedy":%s}' "$separator" "$(json_text "${FOUND_NAME[i]}")" \
      "$(json_text "${FOUND_STATE[i]}")" "$(json_text "${FOUND_DETAIL[i]}")" "$(json_text "${FOUND_REMEDY[i]}")"
    separator=,
  done
  printf '\n]}\n'
}

# json_text TEXT: a JSON string. Some details are other programs' words, so every control character is dealt with.
json_text() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\n'/\\n}
  text=${text//$'\t'/\\t}
  text=${text//[$'\x01'-$'\x1f'$'\x7f']/ }
  printf '"%s"' "$text"
}

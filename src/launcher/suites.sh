# shellcheck shell=bash
# The suites of ./drydock test. Each shows its own output and adds what it ran to the sum.

PASSED=0 FAILED=0 SKIPPED=0 FAILURES=()

# count PASSED FAILED SKIPPED STATUS NAME: a suite that ends badly without naming a failed test has failed as a whole.
count() {
  local passed=$1 failed=$2 skipped=$3 status=$4 name=$5
  ((status == 0 || failed > 0)) || failed=1
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + skipped))
  ((failed == 0)) || FAILURES+=("$name ($failed)")
}

# show_and_keep LOG COMMAND…: its output on the screen and in the log; its exit code is the command's.
show_and_keep() {
  local log=$1
  shift
  step "$*"
  (cd "$CHECKOUT" && "$@") </dev/null 2>&1 | tee "$log"
}

suite_javascript() {
  local log=$LOGS/javascript.log status=0
  [[ -e $CHECKOUT/static/package.json ]] || return 0
  show_and_keep "$LOGS/npm.log" npm --prefix static ci || status=$?
  count 0 0 0 "$status" "npm ci"
  ((status == 0)) || return 0
  show_and_keep "$log" npm --prefix static test || status=$?
  count "$(node_count pass "$log")" "$(node_count fail "$log")" \
    "$(($(node_count skipped "$log") + $(node_count todo "$log")))" "$status" "JavaScript tests"
  status=0
  show_and_keep "$LOGS/typecheck.log" npm --prefix static run typecheck || status=$?
  count "$((status == 0))" 0 0 "$status" "JavaScript types"
}

# node --test ends with a line per outcome, after a mark that depends on the reporter.
node_count() {
  sed -e 's/\x1b\[[0-9;]*m//g' "$2" | awk -v name="$1" '$2 == name && $3 ~ /^[0-9]+$/ { n = $3 } END { print n + 0 }'
}

suite_shell() {
  local status=0
  find_shell_scripts
  show_and_keep "$LOGS/shellcheck.log" shellcheck -x -a "${SHELL_SCRIPTS[@]}" || status=$?
  count "$((status == 0))" 0 0 "$status" "shellcheck"
}

# Everything with a shell's name in its first line, and the libraries that are called *.sh; but for the launcher's own
# modules and the tests', which are read through the programs that source them.
find_shell_scripts() {
  local file first
  SHELL_SCRIPTS=(drydock .ci/run)
  while IFS= read -r -d '' file; do
    { IFS= read -r first <"$file" || true; } 2>/dev/null
    if [[ $first =~ ^'#!'.*[/\ ](ba|da)?sh($|\ ) || ($file == *.sh && $file != */launcher/*) ]]; then SHELL_SCRIPTS+=("${file#"$CHECKOUT"/}"); fi
  done < <(find "$CHECKOUT/src" "$CHECKOUT/lessons" "$CHECKOUT/bench" -type f -size -100k -print0 2>/dev/null || true)
}

suite_launcher() {
  local log=$LOGS/launcher.log status=0 counts
  show_and_keep "$log" bash src/test/launcher/run || status=$?
  counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log" | tail -n 1)
  # shellcheck disable=SC2086 # two numbers
  count ${counts:-0 0} 0 "$status" "launcher tests"
}

suite_java() {
  local status=0 counts
  rm -rf "$TARGET/surefire-reports" "$TARGET/failsafe-reports"
  # shellcheck disable=SC2046 # one word or two
  show_and_keep "$LOGS/maven.log" mvn -B -ntp verify $(java_groups) || status=$?
  counts=$(junit_counts)
  # shellcheck disable=SC2086 # three numbers
  count $counts "$status" "mvn verify"
}

# contract, browser and course are tags; a unit test has none. The pom leaves the course out; what is said here counts instead.
java_groups() {
  local suite groups=() others=()
  for suite in contract browser course; do
    if chosen "$suite"; then groups+=("$suite"); else others+=("$suite"); fi
  done
  local IFS='|'
  if chosen unit; then echo "-DexcludedGroups=${others[*]}"; else echo "-Dgroups=${groups[*]} -DexcludedGroups="; fi
}

# junit_counts: passed, failed, skipped, over all reports.
junit_counts() {
  find "$TARGET" -maxdepth 2 -path '*-reports/TEST-*.xml' -exec cat {} + \
    | tr '\n' ' ' | sed 's/<testsuite /\n&/g' | awk '
      function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
      /^<testsuite / { sub(/>.*/, ""); t += number("tests"); f += number("failures") + number("errors"); s += number("skipped") }
      END { print t - f - s, f + 0, s + 0 }'
}

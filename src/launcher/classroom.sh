# shellcheck shell=bash
# A class on the network: where the server listens, by which names it is called, and the code that lets learners in.

# No signs that look alike; the server's CodeText has the same.
CODE_ALPHABET=23456789ABCDEFGHJKMNPQRSTWXYZ
CODE_SIGNS=8
CLASSROOM=''
WAS_RUNNING=''
CLASSROOM_NAMES=()
ACCESS_CODE=''

# choose_address HOST[:PORT] PORT: sets SERVER_HOST and PORT_ASKED.
choose_address() {
  local given=$1 host=$1 port=''
  local remedy="give an address of this computer, and a port if you like: --address 192.0.2.7, --address 192.0.2.7:8080, --address [fd00::7]:8080"
  if [[ $given =~ ^\[([0-9A-Fa-f:.]+)\](:([0-9]+))?$ ]]; then
    host=${BASH_REMATCH[1]} port=${BASH_REMATCH[3]}
  elif [[ $given =~ ^([^:]+):([0-9]+)$ ]]; then
    host=${BASH_REMATCH[1]} port=${BASH_REMATCH[2]}
  fi
  [[ $host =~ ^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$ ]] || is_host_name "$host" || fail "'$given' is not an address to listen at" "$remedy"
  [[ ! $host =~ ^[0-9]+\.[0-9.]*$ ]] || is_own_address "$host" \
    || fail "$host is not an address of this computer" "choose one of: 127.0.0.1 $(own_addresses | paste -sd ' ') (or 0.0.0.0 for all of them)"
  [[ -z $port || -z $2 || $port == "$2" ]] || fail "--address says port $port, and --port says $2" "give the port once"
  SERVER_HOST=$host
  PORT_ASKED=${port:-$2}
}

is_host_name() { [[ $1 =~ ^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$ ]]; }

# own_addresses: this computer's IPv4 addresses beyond loopback, one a line.
own_addresses() {
  awk '/32 host LOCAL/ && was !~ /^127\./ && !seen[was]++ { print was } { was = $2 }' "$SYSROOT/proc/net/fib_trie" 2>/dev/null || true
}

# is_own_address ADDRESS: yes, also where the kernel does not tell; the server finds out then.
is_own_address() {
  [[ $1 == 0.0.0.0 || $1 == 127.* || ! -r $SYSROOT/proc/net/fib_trie ]] || own_addresses | grep -qxF -- "$1"
}

# add_name NAME: a further name by which browsers call the server.
add_name() {
  is_host_name "$1" || fail "'$1' is not a name of a computer" "give a name without scheme and port: --name class.example.org"
  CLASSROOM_NAMES+=("$1")
}

# check_classroom_options: what only a classroom has is refused without one.
check_classroom_options() {
  [[ -n $CLASSROOM ]] && return 0
  [[ $SERVER_HOST == 127.0.0.1 ]] || fail "--address lets others in, and without --classroom the server is for you alone" "add --classroom"
  ((${#CLASSROOM_NAMES[@]} == 0)) || fail "--name is for a class" "add --classroom"
  [[ -z $ACCESS_CODE ]] || fail "--code is for a class" "add --classroom"
}

# check_code CODE: sets ACCESS_CODE.
check_code() {
  local plain=${1//[ -]/}
  [[ $plain =~ ^[A-Za-z0-9]*$ ]] || fail "an access code is made of letters A to Z and digits, not '$1'" "choose another, or leave --code away: one is made"
  ((${#plain} >= CODE_SIGNS && ${#plain} <= 40)) \
    || fail "the access code has ${#plain} letters and digits, and should have $CODE_SIGNS to 40" "choose another, or leave --code away: one is made"
  ACCESS_CODE=${1^^}
}

# keep_access_code: writes the one that was asked for; makes one where there is none. The server reads it at each try.
keep_access_code() {
  local new
  [[ -n $ACCESS_CODE || ! -s $DATA/access-code ]] || return 0
  new=$(umask 077 && mktemp "$DATA/access-code.XXXXXX") || fail "nothing can be written in $DATA" "check the disk's free space and the directory's rights"
  echo "${ACCESS_CODE:-$(random_code)}" >"$new"
  mv -f "$new" "$DATA/access-code"
}

random_code() {
  local code='' byte
  while ((${#code} < CODE_SIGNS)); do
    byte=$((16#$(random_hex 1)))
    # What is left over by the division would make some signs likelier than others.
    ((byte < 256 / ${#CODE_ALPHABET} * ${#CODE_ALPHABET})) || continue
    code+=${CODE_ALPHABET:byte % ${#CODE_ALPHABET}:1}
  done
  echo "${code:0:4}-${code:4}"
}

# open_classroom PORT: sets the server's options, and keeps for later commands where it is reached.
open_classroom() {
  local hosts=("${CLASSROOM_NAMES[@]}")
  rm -f "$DATA/server.classroom" "$DATA/server.certificate"
  [[ -n $CLASSROOM ]] || return 0
  keep_access_code
  [[ $SERVER_HOST == 0.0.0.0 || $SERVER_HOST == :: ]] || hosts+=("$(in_address "$SERVER_HOST")")
  SERVER_OPTIONS+=("--drydock.classroom.open=true" "--server.address=$SERVER_HOST" "--drydock.hosts=$(IFS=, && echo "${hosts[*]}")${DRYDOCK_HOSTS:+,$DRYDOCK_HOSTS}")
  ! uses_tls || (umask 077 && echo "${TLS_FACTS[*]}" >"$DATA/server.certificate")
  (umask 077 && { echo "$SERVER_HOST" && classroom_addresses "$1"; } >"$DATA/server.classroom")
}

# in_address HOST: as it is written in front of a port.
in_address() { if [[ $1 == *:* ]]; then echo "[$1]"; else echo "$1"; fi; }

# classroom_addresses PORT: what learners may open, one a line.
classroom_addresses() {
  local host
  if [[ -n ${DRYDOCK_ADDRESS:-} ]]; then
    echo "$DRYDOCK_ADDRESS"
    return 0
  fi
  while read -r host; do echo "$SERVER_SCHEME://$host:$1"; done < <(classroom_hosts)
}

# classroom_hosts: by which names and addresses learners reach the server, one a line.
classroom_hosts() {
  local hosts=("${CLASSROOM_NAMES[@]}")
  case $SERVER_HOST in
    0.0.0.0 | ::) mapfile -t -O "${#hosts[@]}" hosts < <(own_addresses) ;;
    *) hosts+=("$(in_address "$SERVER_HOST")") ;;
  esac
  printf '%s\n' "${hosts[@]:-$(uname -n)}"
}

# remember_classroom: what the running server was started with.
remember_classroom() {
  [[ -s $DATA/server.classroom ]] || return 1
  SERVER_HOST=$(head -n 1 "$DATA/server.classroom")
  [[ ! -s $DATA/server.certificate ]] || SERVER_SCHEME=https
}

# join_running PORT: the options of this call, and the server that runs already.
join_running() {
  local asked=$SERVER_HOST scheme=$SERVER_SCHEME
  if ! remember_classroom; then
    [[ -z $CLASSROOM ]] || fail "Drydock is running for you alone" "stop it and open the class: ./drydock down, then this command again"
    return 0
  fi
  [[ $asked == 127.0.0.1 || $asked == "$SERVER_HOST" ]] \
    || fail "the class is open already, at $SERVER_HOST" "./drydock down first, then this command again"
  local name
  for name in "${CLASSROOM_NAMES[@]}"; do
    grep -qE "//${name//./\\.}(:|\$)" "$DATA/server.classroom" || fail "the class that is open does not go by the name $name" "./drydock down first, then this command again"
  done
  [[ $scheme == http || $SERVER_SCHEME == https ]] || fail "the class is open already, without TLS" "./drydock down first, then this command again"
  [[ -z $BEHIND_PROXY ]] || grep -qxF "$BEHIND_PROXY" "$DATA/server.classroom" \
    || fail "the class that is open is not behind $BEHIND_PROXY" "./drydock down first, then this command again"
  CLASSROOM=yes
  keep_access_code
}

announce_classroom() {
  local address
  echo
  while read -r address; do printf '  %s\n' "${BOLD}${GREEN}$address${PLAIN}"; done < <(tail -n +2 "$DATA/server.classroom")
  printf '  %s\n\n' "access code: ${BOLD}$(<"$DATA/access-code")${PLAIN}"
  say "Learners open that address, type the code and a name, and get a machine each."
  announce_instructor
  say "Another code, at once and for newcomers only: ./drydock up --classroom --code CODE"
  say_who_gets_in "$1"
}

# announce_instructor: an address for whoever teaches. A start prints none any more once somebody has come by one: it may stand in a log.
announce_instructor() {
  if [[ -n $WAS_RUNNING || ! -e $DATA/instructor-has-come ]]; then
    say "Whoever teaches opens this address, which signs in once, and makes classes with join codes of their own:"
    printf '\n  %s\n\n' "${BOLD}$(sed -n 2p "$DATA/server.classroom")/$(sign_in_path instructor)${PLAIN}"
  else
    say "Whoever teaches is signed in, or comes back by their personal code. ./drydock up --classroom, while it runs, prints an address for them."
  fi
}

# say_who_gets_in PORT: plainly, since whoever runs the class answers for it.
say_who_gets_in() {
  local port=$1
  case $SERVER_HOST in
    127.* | localhost | ::1)
      [[ -z ${DRYDOCK_ADDRESS:-} ]] || return 0
      say "Open to: this computer only. Others are let in with --address, an address of this computer."
      [[ ! -s $DATA/server.certificate ]] || say_certificate
      return 0
      ;;
    0.0.0.0 | ::) say "Open to: whoever reaches port $port of this computer, in every network that it is in." ;;
    *) say "Open to: whoever reaches $SERVER_HOST at port $port. At its other addresses this computer does not answer." ;;
  esac
  say "Not open: the machines, which have no ports to the network, and the container engine."
  if [[ -s $DATA/server.certificate ]]; then
    say_certificate
    return 0
  fi
  warn "this is HTTP without encryption: whoever can listen in on the network reads the access code, and can take over learners' sessions."
  say "  Use it only in a network that you trust. Browsers also keep the clipboard from pages without encryption: copy buttons may not work."
}

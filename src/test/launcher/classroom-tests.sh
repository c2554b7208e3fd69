# shellcheck shell=bash
# A class on the network: who gets in, where it listens, and what is said about it.

fake_network() {
  mkdir -p "$SYSTEM/proc/net"
  printf '  |-- 127.0.0.1\n    /32 host LOCAL\n  |-- 192.0.2.7\n    /32 host LOCAL\n  |-- 192.0.2.0\n    /24 link UNICAST\n' \
    >"$SYSTEM/proc/net/fib_trie"
}

test_classroom_makes_a_code_once_and_prints_it_with_the_address() {
  local port code
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port"
  expect_status 0
  [[ $OUTPUT =~ access\ code:\ ([2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}) ]] || fail_test "no code in: $OUTPUT"
  code=${BASH_REMATCH[1]}
  expect_said "http://127.0.0.1:$port"
  expect_said "Open to: this computer only"
  expect_not_said "without encryption"
  expect_equal "$(<"$DATA/access-code") $(stat -c %a "$DATA/access-code")" "$code 600"
  expect_equal "$(calls "--drydock.classroom.open=true --server.address=127.0.0.1")" 1
  run drydock down
  run drydock up --classroom --detach --port "$port"
  expect_said "access code: $code"
}

test_classroom_prints_an_address_for_the_instructor_in_place_of_the_one_before() {
  local port first token
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --address "127.0.0.2:$port"
  [[ $OUTPUT =~ http://127\.0\.0\.2:$port/sign-in\?token=([0-9a-f]{64}) ]] || fail_test "no address in: $OUTPUT"
  first=${BASH_REMATCH[1]}
  run drydock up --classroom
  [[ $OUTPUT =~ http://127\.0\.0\.2:$port/sign-in\?token=([0-9a-f]{64}) ]] || fail_test "no address in: $OUTPUT"
  token=${BASH_REMATCH[1]}
  [[ $token != "$first" ]] || fail_test "the same token twice"
  expect_equal "$(ls "$DATA/sign-in")" "$(printf %s "$token" | sha256sum | cut -d ' ' -f 1)"
  expect_equal "$(cat "$DATA"/sign-in/*) $(stat -c %a "$DATA"/sign-in/*)" "instructor 600"
}

test_start_prints_no_address_once_the_instructor_has_come_and_asking_does() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port"
  run drydock down
  run drydock up --classroom --detach --port "$port"
  expect_said "/sign-in?token="
  touch "$DATA/instructor-has-come"
  run drydock down
  run drydock up --classroom --detach --port "$port"
  expect_not_said "token="
  expect_said "comes back by their personal code"
  run drydock up --classroom
  expect_said "/sign-in?token="
}

test_up_after_a_classroom_is_for_one_again() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port"
  run drydock down
  run drydock up --detach --port "$port"
  expect_said "sign-in?token="
  expect_not_said "access code"
  expect_equal "$(calls "--drydock.classroom.open=true")" 1
}

test_second_up_prints_the_address_and_the_code_again_whatever_it_is_asked() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --address "127.0.0.2:$port"
  run drydock up
  expect_status 0
  expect_said "already running"
  expect_said "http://127.0.0.2:$port"
  expect_said "access code: $(<"$DATA/access-code")"
  run drydock status
  expect_said "http://127.0.0.2:$port"
}

test_code_is_changed_while_the_class_runs() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port"
  run drydock up --classroom --code "blue-whale-7"
  expect_status 0
  expect_said "access code: BLUE-WHALE-7"
  expect_equal "$(<"$DATA/access-code")" BLUE-WHALE-7
}

test_code_is_made_anew_when_its_file_is_gone() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port" --code "blue-whale-7"
  rm "$DATA/access-code"
  run drydock up
  expect_status 0
  expect_not_said "BLUE"
  expect_said "access code: $(<"$DATA/access-code")"
}

test_classroom_refuses_codes_that_are_too_short_or_cannot_be_typed() {
  local code
  fake_everything
  for code in short-1 '' 'whale;rm-rf' '고래고래고래고래'; do
    run drydock up --classroom --code "$code"
    expect_status 1
    expect_said "What to do: choose another"
  done
  [[ ! -e $DATA/access-code ]] || fail_test "a code is there"
}

test_classroom_listens_at_the_address_asked_for_and_says_what_that_means() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --address "127.0.0.2:$port" --name Class.example.org
  expect_status 0
  expect_said "http://127.0.0.2:$port"
  expect_said "http://Class.example.org:$port"
  expect_equal "$(calls "--server.address=127.0.0.2 --drydock.hosts=Class.example.org,127.0.0.2")" 1
}

test_classroom_at_all_addresses_names_them_and_warns() {
  local port
  fake_everything
  fake_network
  port=$(free_port)
  run drydock up --classroom --detach --address "0.0.0.0:$port"
  expect_status 0
  expect_said "http://192.0.2.7:$port"
  expect_said "in every network that it is in"
  expect_said "HTTP without encryption"
  expect_said "Not open: the machines"
}

test_classroom_refuses_what_is_no_address_of_this_computer() {
  local address
  fake_everything
  fake_network
  run drydock up --classroom --address 192.0.2.8
  expect_status 1
  expect_said "192.0.2.8 is not an address of this computer"
  expect_said "127.0.0.1 192.0.2.7"
  for address in 'http://192.0.2.7' 'a b' '192.0.2.7:http' '[::1' '-x' '192.0.2.7:8080/x'; do
    run drydock up --classroom --address "$address"
    expect_status 1
    expect_said "is not an address to listen at"
  done
  run drydock up --classroom --address 192.0.2.7:99999
  expect_said "'99999' is not a port"
  run drydock up --classroom --address 192.0.2.7:8080 --port 8081
  expect_said "--address says port 8080, and --port says 8081"
  run drydock up --classroom --name 'https://class.example.org'
  expect_said "is not a name of a computer"
}

test_options_of_a_class_are_refused_without_one() {
  fake_everything
  run drydock up --address 127.0.0.2
  expect_status 1
  expect_said "add --classroom"
  run drydock up --name class.example.org
  expect_said "add --classroom"
  run drydock up --code BLUEWHALE7
  expect_said "add --classroom"
  expect_equal "$(calls '^java')" 0
}

test_classroom_is_not_opened_on_a_server_for_one() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  run drydock up --classroom
  expect_status 1
  expect_said "running for you alone"
  expect_said "./drydock down"
}

test_classroom_that_runs_is_not_moved() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port"
  run drydock up --classroom --address 127.0.0.2
  expect_status 1
  expect_said "the class is open already, at 127.0.0.1"
  run drydock up --classroom --name elsewhere.example.org
  expect_said "does not go by the name elsewhere.example.org"
}

test_classroom_makes_a_certificate_for_its_names_and_prints_what_to_compare() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --address "127.0.0.2:$port" --name class.example.org --tls-self-signed
  expect_status 0
  expect_said "https://127.0.0.2:$port"
  expect_said "https://class.example.org:$port"
  expect_said "SHA-256 AB:CD:EF"
  expect_said "good until 2027-12-01"
  expect_not_said "HTTP without encryption"
  expect_equal "$(calls "certificate --self-signed $DATA/tls localhost 127.0.0.1 class.example.org 127.0.0.2")" 1
  expect_equal "$(calls "keystore.private-key=file:$DATA/tls/key.pem")" 1
  expect_equal "$(calls "strict-transport")" 0
  run drydock up
  expect_status 0
  expect_said "https://127.0.0.2:$port"
  expect_said "SHA-256 AB:CD:EF"
}

test_classroom_takes_a_certificate_of_the_hosts_own() {
  local port
  fake_everything
  port=$(free_port)
  : >"$WORLD/own.pem"
  : >"$WORLD/own.key"
  cd "$WORLD" || exit
  run drydock up --classroom --detach --address "127.0.0.2:$port" --tls-certificate own.pem --tls-key own.key
  expect_status 0
  expect_said "https://127.0.0.2:$port"
  expect_not_said "AB:CD:EF"
  expect_equal "$(calls "keystore.certificate=file:$WORLD/own.pem.*--drydock.strict-transport=true")" 1
}

test_classroom_is_not_started_with_a_certificate_that_cannot_serve() {
  fake_everything
  : >"$WORLD/own.pem"
  : >"$WORLD/certificate-fails"
  run drydock up --classroom --detach --port "$(free_port)" --tls-certificate "$WORLD/own.pem" --tls-key "$WORLD/own.pem"
  expect_status 1
  expect_said "the key is another's"
  expect_equal "$(calls "--server.port=[0-9]* --drydock.data=$DATA")" 0
}

test_options_for_tls_that_do_not_go_together_are_refused() {
  fake_everything
  : >"$WORLD/own.pem"
  run drydock up --classroom --tls-certificate "$WORLD/own.pem"
  expect_status 1
  expect_said "a certificate and its key belong together"
  run drydock up --classroom --tls-key "$WORLD/gone.pem"
  expect_status 1
  expect_said "--tls-key: there is no file $WORLD/gone.pem"
  run drydock up --tls-self-signed
  expect_said "TLS is for a class"
  run drydock up --classroom --tls-self-signed --tls-certificate "$WORLD/own.pem" --tls-key "$WORLD/own.pem"
  expect_said "choose one of them"
  expect_equal "$(calls '^java')" 0
}

test_classroom_behind_a_proxy_prints_its_address_and_believes_only_this_computer() {
  local port url
  fake_everything
  port=$(free_port)
  run drydock up --classroom --detach --port "$port" --behind-proxy https://classroom.example.org
  expect_status 0
  expect_said "https://classroom.example.org"
  expect_not_said "http://127.0.0.1"
  expect_equal "$(calls "--server.forward-headers-strategy=native --server.tomcat.remoteip.internal-proxies=127.*--drydock.hosts=classroom.example.org,127.0.0.1")" 1
  run drydock up --behind-proxy https://classroom.example.org --classroom
  expect_status 0
  run drydock down
  for url in classroom.example.org http://classroom.example.org https://classroom.example.org/x; do
    run drydock up --classroom --behind-proxy "$url"
    expect_status 1
    expect_said "is not how browsers reach a proxy"
  done
  run drydock up --classroom --behind-proxy https://classroom.example.org --address 127.0.0.2 --tls-self-signed
  expect_said "behind a proxy the server speaks HTTP"
  run drydock up --classroom --behind-proxy https://classroom.example.org --address 0.0.0.0
  expect_said "a proxy on another computer"
}

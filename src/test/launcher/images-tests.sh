# shellcheck shell=bash
# What the lessons pull: the real images where they can be had, stand-ins where not.

# no_registry: from here on nothing can be pulled; Debian, the base, is there.
no_registry() {
  : >"$WORLD/no-registry"
  mkdir -p "$WORLD/images"
  : >"$WORLD/images/debian_trixie-slim"
}

test_lesson_images_are_pulled_where_they_can_be() {
  fake_everything
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_equal "$(calls '^docker pull .*nginx:latest$') $(calls '^docker pull .*busybox:stable$')" "1 1"
  expect_equal "$(calls 'src/standin/Dockerfile')" 0
}

test_lesson_images_that_cannot_be_pulled_are_made_and_the_registry_is_asked_once() {
  fake_everything
  no_registry
  run drydock up --detach --port "$(free_port)"
  expect_status 0
  expect_said "making a stand-in for python:3-alpine"
  expect_equal "$(calls '^docker pull ')" 1
  expect_equal "$(calls 'src/standin/Dockerfile --target busybox -t busybox:stable')" 1
  expect_equal "$(calls 'label dev.drydock.standin=registry')" 1
}

test_standins_are_made_anew_when_their_sources_change_and_pulled_images_are_left_alone() {
  local port
  fake_everything
  no_registry
  : >"$WORLD/images/nginx_latest"
  port=$(free_port)
  run drydock up --detach --port "$port"
  run drydock down
  run drydock up --detach --port "$port"
  run drydock down
  expect_equal "$(calls 'target hello-world')" 1
  echo new >"$CHECKOUT/src/standin/file"
  run drydock up --detach --port "$port"
  expect_status 0
  expect_equal "$(calls 'target hello-world') $(calls 'target nginx') $(calls 'target machine')" "2 0 1"
}

test_the_internet_proxy_is_built_only_where_the_internet_is_allowed_and_once() {
  local port
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  expect_status 0
  expect_equal "$(calls 'target egress')" 0
  run drydock down
  DRYDOCK_INTERNET_ALLOWED=true run drydock up --detach --port "$port"
  expect_status 0
  expect_equal "$(calls 'target egress')" 1
  run drydock down
  DRYDOCK_INTERNET_ALLOWED=True run drydock up --detach --port "$port"
  expect_equal "$(calls 'target egress')" 1
  run drydock down
  mkdir -p "$CHECKOUT/src/main/java/dev/drydock/egress"
  echo '// new' >"$CHECKOUT/src/main/java/dev/drydock/egress/EgressProxy.java"
  DRYDOCK_JAVA_OPTIONS='-Xmx1g -Ddrydock.internet.allowed=true' run drydock up --detach --port "$port"
  expect_equal "$(calls 'target egress')" 2
}

test_a_proof_knows_the_image_of_the_internet_proxy() {
  fake_everything
  DRYDOCK_INTERNET_ALLOWED=yes run drydock lesson test my-course
  expect_status 0
  expect_equal "$(calls 'target egress')" 1
  grep -q -- '-Ddrydock.internet.image=drydock/egress:[0-9a-f]\{12\} .*lesson test my-course$' "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
}

test_images_that_were_replaced_are_forgotten_at_each_start() {
  local id port
  fake_everything
  port=$(free_port)
  run drydock up --detach --port "$port"
  run drydock down
  id=$(<"$DATA/instance")
  : >"$WORLD/calls"
  run drydock up --detach --port "$port"
  expect_status 0
  expect_equal "$(calls "^docker image prune -f --filter label=dev.drydock.instance=$id\$")" 1
  expect_equal "$(calls 'target machine')" 0
}

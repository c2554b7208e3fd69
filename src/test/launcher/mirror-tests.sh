# shellcheck shell=bash
# ./drydock mirror: what machines can pull, with and without the internet, and what is not an image of Docker Hub's.

test_mirror_explains_itself_without_an_engine() {
  run drydock mirror
  expect_status 0
  expect_said "mirror pull IMAGE"
  run drydock mirror pull --help
  expect_status 0
  run drydock mirror push
  expect_status 1
  expect_said "no command 'mirror push'"
  expect_equal "$(calls .)" 0
}

test_mirror_pull_fetches_and_list_shows_while_no_server_runs() {
  fake_everything
  run drydock mirror pull redis:7-alpine grafana/grafana
  expect_status 0
  expect_said "Machines can pull redis:7-alpine now."
  expect_equal "$(calls '^docker pull -q grafana/grafana:latest$')" 1
  expect_equal "$(calls '^mvn ')" 0
  run drydock mirror list
  expect_status 0
  expect_said "redis:7-alpine"
  expect_said "grafana/grafana:latest"
  expect_said "2.4 MB"
  expect_not_said "library/"
}

test_mirror_pull_without_the_internet_takes_what_the_engine_has_and_explains_the_rest() {
  fake_everything
  mkdir -p "$WORLD/images"
  : >"$WORLD/no-registry"
  : >"$WORLD/images/debian_trixie-slim"
  : >"$WORLD/images/redis_7"
  run drydock mirror pull memcached:1 redis:7
  expect_status 1
  expect_said "memcached:1 cannot be fetched, and the engine has no image of that name: no such host"
  expect_said "What to do: check the name and the network"
  expect_said "taking the one that the engine has"
  expect_said "Machines can pull redis:7 now."
}

test_mirror_pull_refuses_what_docker_hub_cannot_have_before_anything_is_fetched() {
  local name
  fake_everything
  run drydock mirror pull
  expect_status 1
  expect_said "no image was named"
  for name in ghcr.io/a/b localhost:5000/a localhost/a; do
    run drydock mirror pull busybox "$name"
    expect_status 1
    expect_said "'$name' is not on Docker Hub"
  done
  for name in Redis redis:. a/b/c 'redis;ls' ''; do
    run drydock mirror pull busybox "$name"
    expect_status 1
    expect_said "'$name' is not an image's name"
  done
  run drydock mirror pull "busybox@sha256:$(printf '%064d' 0)"
  expect_said "name a tag instead"
  expect_equal "$(calls '^docker pull')" 0
}

test_mirror_pull_knows_docker_hubs_long_names() {
  fake_everything
  run drydock mirror pull docker.io/library/redis:7
  expect_status 0
  grep -qF 'mirror-load drydock/mirror:'"$(<"$DATA/instance")"' library/redis:7' "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
}

test_mirror_list_of_a_mirror_that_was_never_made_says_what_makes_it() {
  fake_everything
  run drydock mirror list
  expect_status 1
  expect_said "there is no mirror yet"
  expect_said "What to do: ./drydock up"
}

test_lesson_test_offers_what_was_pulled_as_well() {
  fake_everything
  : >"$WORLD/lesson-exits"
  run drydock mirror pull redis:7 busybox
  run drydock lesson test
  expect_status 0
  grep -q -- '-Ddrydock.mirror.images=hello-world:latest,.*,redis:7 .*lesson test' "$WORLD/calls" || fail_test "$(<"$WORLD/calls")"
  rm "$WORLD/images/redis_7"
  run drydock lesson test
  expect_equal "$(calls 'Ddrydock.mirror.images')" 1
}

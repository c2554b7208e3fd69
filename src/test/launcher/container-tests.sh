# shellcheck shell=bash
# The images of a classroom in a container.

test_images_are_built_once_with_the_jar_that_is_there_and_belong_to_no_instance() {
  fake_everything
  run drydock images
  expect_status 0
  expect_said "docker compose up"
  expect_equal "$(calls '^mvn ') $(calls 'JAR=brought --target app -t drydock/app:latest') $(calls 'dev.drydock.instance')" "1 1 0"
  [[ -e $WORLD/images/drydock_machine_latest && -e $WORLD/images/drydock_mirror_latest && -e $WORLD/images/nginx_latest ]] \
    || fail_test "an image is missing: $(ls "$WORLD/images")"
  run drydock images
  expect_status 0
  expect_equal "$(calls '^mvn ') $(calls 'target app') $(calls 'target machine')" "1 1 1"
}

test_images_are_built_again_when_a_lesson_or_the_start_of_the_container_changes() {
  fake_everything
  run drydock images
  mkdir -p "$CHECKOUT/src/deploy"
  echo new >"$CHECKOUT/lessons/new"
  run drydock images
  echo new >"$CHECKOUT/src/deploy/drydock"
  run drydock images
  expect_status 0
  expect_equal "$(calls 'target app') $(calls 'target machine')" "3 1"
}

test_images_with_a_tag_say_how_compose_learns_of_it_and_refuse_what_is_none() {
  fake_everything
  run drydock images --tag 2026-12
  expect_status 0
  expect_said "DRYDOCK_TAG=2026-12 docker compose up"
  [[ -e $WORLD/images/drydock_app_2026-12 ]] || fail_test "no app image"
  run drydock images --tag 'a tag'
  expect_status 1
  expect_said "'a tag' is not a tag of an image"
}

test_images_without_a_registry_stand_in_for_what_lessons_pull() {
  fake_everything
  : >"$WORLD/no-registry"
  mkdir -p "$WORLD/images"
  : >"$WORLD/images/debian_trixie-slim"
  run drydock images
  expect_status 0
  expect_equal "$(calls 'label dev.drydock.standin=nginx')" 1
}

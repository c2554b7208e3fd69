#!/bin/sh
# The image's ID taken for the digest: no registry has an image of that digest.
# expect en: No container is called pinned yet
# expect ko: 아직 이름이 pinned인 컨테이너가 없습니다
docker run --name pinned "busybox@$(docker images --no-trunc --quiet busybox)" echo exactly this one

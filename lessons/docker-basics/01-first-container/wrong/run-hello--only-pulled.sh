#!/bin/sh
# The image alone is no container.
# expect en: The image hello-world is here, but no container
# expect ko: hello-world 이미지는 있지만
set -eu
docker pull hello-world

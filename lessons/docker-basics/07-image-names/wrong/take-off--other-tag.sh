#!/bin/sh
# The wrong one of the two toolboxes.
# expect en: The name toolbox:1.0 should have stayed
# expect ko: toolbox:1.0 이라는 이름은 남아 있어야 하는데 없습니다
set -eu
docker rmi toolbox:1.0

#!/bin/sh
# The port belongs to north already; the new container never starts.
# expect en: Expected the container “south”
# expect ko: “south” 컨테이너
docker run --detach --name south --publish 8081:80 board

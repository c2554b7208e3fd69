#!/bin/sh
# Without a host it means Docker Hub.
# expect en: localhost:5001
# expect ko: localhost:5001
docker logout

#!/bin/sh
# Without a host it means Docker Hub, which cannot be reached from here.
# expect en: localhost:5001
# expect ko: localhost:5001
echo lovelace | docker login --username ada --password-stdin

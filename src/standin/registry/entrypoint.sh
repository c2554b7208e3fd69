#!/bin/sh
# A configuration's name alone means: serve by it. A command of the registry is run as one; anything else as it is.
set -e
case "$1" in
  *.yml | *.yaml) set -- registry serve "$@" ;;
  serve | garbage-collect | help | -*) set -- registry "$@" ;;
esac
exec "$@"

#!/bin/sh
set -eu
curl http://localhost:5000/v2/box/tags/list > ~/tags.json

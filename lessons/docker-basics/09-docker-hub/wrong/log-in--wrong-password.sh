#!/bin/sh
# The registry says no.
# expect en: localhost:5001
# expect ko: localhost:5001
echo byron | docker login --username ada --password-stdin localhost:5001

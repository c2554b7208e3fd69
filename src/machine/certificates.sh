#!/bin/sh
# A certificate by which the machine takes its mirror for Docker Hub, and the authority that vouches for it: certificates.sh DIRECTORY
# The authority may vouch for docker.io only, and its key is thrown away: nobody can ever sign another one.
set -eu
mkdir -p "$1"
cd "$1"
new_key() { openssl ecparam -genkey -name prime256v1 -noout -out "$1"; }

new_key authority.key
openssl req -x509 -new -key authority.key -days 7300 -subj "/CN=Drydock, for docker.io in this machine" \
  -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign' \
  -addext 'nameConstraints=critical,permitted;DNS:docker.io' -out authority.crt

new_key key.pem
openssl req -new -key key.pem -subj "/CN=registry-1.docker.io" -out request
printf '%s\n' 'subjectAltName=DNS:docker.io,DNS:*.docker.io' 'extendedKeyUsage=serverAuth' \
  'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature' > extensions
openssl x509 -req -in request -CA authority.crt -CAkey authority.key -days 7300 -extfile extensions -out certificate.pem
rm authority.key request extensions
chmod 600 key.pem

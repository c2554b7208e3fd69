# shellcheck shell=bash
# Finds a JDK that is new enough, wherever it stands.

JDK_NEEDED=25

# find_jdk: sets JAVA_HOME and JAVA. JAVA_HOME and PATH are the user's choice and come first; among the others the
# oldest that is new enough wins, because that is the one nearest to what Drydock is built with.
find_jdk() {
  local home chosen best='' best_major=0 major
  # All of them at once: whoever stops reading early breaks the writer's pipe.
  mapfile -t chosen < <(chosen_jdks)
  for home in "${chosen[@]}"; do
    if usable_jdk "$home"; then
      use_jdk "$home"
      return 0
    fi
  done
  while IFS= read -r home; do
    usable_jdk "$home" || continue
    major=$(java_major "$home")
    if ((best_major == 0 || major < best_major)); then best=$home best_major=$major; fi
  done < <(standing_jdks)
  [[ -n $best ]] || return 1
  use_jdk "$best"
}

use_jdk() {
  export JAVA_HOME=$1
  JAVA=$1/bin/java
}

chosen_jdks() {
  local java
  [[ -z ${JAVA_HOME:-} ]] || echo "$JAVA_HOME"
  if java=$(command -v java) && java=$(readlink -f "$java"); then dirname "$(dirname "$java")"; fi
}

standing_jdks() {
  local home
  for home in "$SYSROOT"/usr/lib/jvm/* "$SYSROOT"/usr/java/* "$SYSROOT"/usr/local/*jdk* "$SYSROOT"/opt/* \
    "$SYSROOT"/opt/java/* "$SYSROOT"/opt/jdk/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* \
    "$SYSROOT"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    # The same JDK often stands there under several names.
    [[ -x $home/bin/java && ! -L $home ]] && echo "$home"
  done
  return 0
}

# A JDK, not only a runtime: it has a compiler.
usable_jdk() {
  local major
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  major=$(java_major "$1")
  [[ $major =~ ^[0-9]+$ ]] && ((major >= JDK_NEEDED))
}

# java_major HOME: 25, 17, 8 …, from the file 'release', or from java itself where there is none.
java_major() {
  local version=''
  if [[ -r $1/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9._]*\).*/\1/p' "$1/release" | head -n 1)
  fi
  if [[ -z $version ]]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\{0,1\}\([0-9._]*\).*/\1/p' | head -n 1) || true
  fi
  version=${version#1.}
  echo "${version%%[._]*}"
}

jdk_remedy() {
  local package=openjdk-$JDK_NEEDED-jdk-headless
  if package_available "$package"; then
    echo "install it (as root: apt-get install $package), or set JAVA_HOME to where a JDK $JDK_NEEDED stands"
  else
    echo "install a JDK $JDK_NEEDED (for example Eclipse Temurin, unpacked below /opt), or set JAVA_HOME to where one stands"
  fi
}

# shellcheck shell=dash disable=SC1111,SC2088,SC2154
# What is true of the learner's files.

# _learner_path PATH: leaves it in $_path, and as a learner would write it in $_shown. A ~ that the shell has filled in is
# the check's own home; the learner's is meant.
_learner_path() {
  _path=$1
  case $_path in
    "$HOME" | "$HOME"/*) _path=/root${_path#"$HOME"} ;;
    '~' | '~/'*) _path=/root${_path#'~'} ;;
    /*) ;;
    *) _misused "$1 is neither absolute nor begins with ~/" ;;
  esac
  _shown=$_path
  case $_path in
    /root/*) _shown="~${_path#/root}" ;;
  esac
}

# Leaves what lies at $_path in $_found: file, directory, link, socket, pipe, device, or nothing
_find() {
  _code=0
  _found=$(machine-file stat "$_path" 2> /dev/null) || _code=$?
  _found=${_found%% *}
  [ "$_found" != fifo ] || _found=pipe
  [ "$_code" -le 1 ] || broken "machine-file has ended with $_code when asked for $_path."
}

_in_korean() {
  case $1 in
    file) printf '파일' ;;
    directory) printf '디렉터리' ;;
    link) printf '링크' ;;
    socket) printf '소켓' ;;
    pipe) printf '파이프' ;;
    *) printf '장치' ;;
  esac
}

# Leaves the content of the file at $_path in $_text.
_read() {
  _find
  [ -n "$_found" ] || not_yet \
    "Expected a file “$_shown”, but there is none. “ls” lists the files of a directory." \
    "“$_shown” 파일이 있어야 하는데 없습니다. “ls” 명령은 디렉터리에 있는 파일을 보여 줍니다."
  _code=0
  machine-file cat "$_path" > "$_text" 2> "$_text.why" || _code=$?
  [ "$_code" != 0 ] || return 0
  [ "$_code" = 1 ] || broken "machine-file has ended with $_code when asked for $_path."
  case $_found in
    file)
      not_yet \
        "Expected a file “$_shown” that can be read, but it is larger than 1 MiB or may not be read. Write it anew." \
        "“$_shown” 파일을 읽을 수 있어야 하는데 1 MiB보다 크거나 읽을 수 없습니다. 다시 만들어 주세요."
      ;;
    link)
      not_yet \
        "Expected a file “$_shown”, but it is a link that does not lead to one. Remove it with “rm”, and write the file itself." \
        "“$_shown” 경로에 파일이 있어야 하는데 파일로 이어지지 않는 링크입니다. “rm” 명령으로 지우고 파일을 직접 만드세요."
      ;;
    *)
      not_yet \
        "Expected a file “$_shown”, but it is a $_found. Choose another name for that one, and write the file." \
        "“$_shown” 경로에 파일이 있어야 하는데 지금은 $(_in_korean "$_found")입니다. 그 이름을 바꾸고 파일을 만드세요."
      ;;
  esac
}

file_exists() {
  _given 'file_exists PATH' 1 1 "$@"
  _learner_path "$1"
  _find
  [ "$_found" = file ] || _read
}

file_absent() {
  _given 'file_absent PATH' 1 1 "$@"
  _learner_path "$1"
  _find
  [ -z "$_found" ] || not_yet \
    "Expected nothing at “$_shown”, but a $_found is there. “rm” removes files." \
    "“$_shown” 경로에 아무것도 없어야 하는데 있습니다. 종류는 $(_in_korean "$_found")입니다. 파일은 “rm” 명령으로 지웁니다."
}

directory_exists() {
  _given 'directory_exists PATH' 1 1 "$@"
  _learner_path "$1"
  _find
  case $_found in
    directory) ;;
    '')
      not_yet \
        "Expected a directory “$_shown”, but there is none. “mkdir -p $_shown” makes it." \
        "“$_shown” 디렉터리가 있어야 하는데 없습니다. “mkdir -p $_shown” 명령으로 만듭니다."
      ;;
    *)
      not_yet \
        "Expected a directory “$_shown”, but it is a $_found. Choose another name for that one." \
        "“$_shown” 경로에 디렉터리가 있어야 하는데 지금은 $(_in_korean "$_found")입니다. 그 이름을 바꾸세요."
      ;;
  esac
}

# _lacks ENGLISH KOREAN: not_yet with what the file that was read begins with
_lacks() {
  _shorten < "$_text"
  not_yet \
    "Expected $1 in the file “$_shown”, but it ${_seen:+begins with: “}${_seen:-is empty}${_seen:+”}. “cat $_shown” shows all of it." \
    "“$_shown” 파일에 $2 있어야 하는데 ${_seen:+첫 줄은 “}${_seen:-비어 있습니다}${_seen:+”입니다}. “cat $_shown” 명령으로 전부 볼 수 있습니다."
}

file_contains() {
  _given 'file_contains PATH TEXT' 2 2 "$@"
  _one_line "$2"
  _learner_path "$1"
  _read
  grep -aqF -e "$2" "$_text" || _lacks "“$2”" "“$2” 글이"
}

file_matches() {
  _given 'file_matches PATH REGEX' 2 2 "$@"
  _one_line "$2"
  _learner_path "$1"
  _read
  _code=0
  timeout 5 grep -aqE -e "$2" "$_text" 2> /dev/null || _code=$?
  case $_code in
    0) ;;
    1) _lacks "a line that matches “$2”" "“$2” 패턴에 맞는 줄이" ;;
    124) broken "file_matches: looking for $2 takes too long." ;;
    *) _misused "$2 is not a regular expression" ;;
  esac
}

# _package NAME: leaves "installed" or something else in $_found
_package() {
  case $1 in
    *[!a-z0-9.+-]*) _misused "$1 is not the name of a package" ;;
  esac
  _path=/var/lib/dpkg/status _shown=$_path
  _read
  _found=$(awk -v name="$1" '/^Package: / { here = $2 == name } here && /^Status: / { print $4; exit }' "$_text")
}

package_installed() {
  _given 'package_installed NAME' 1 1 "$@"
  _package "$1"
  [ "$_found" = installed ] || not_yet \
    "Expected the package “$1” to be installed, but it is not. “apt-get install $1” installs it." \
    "“$1” 패키지가 설치되어 있어야 하는데 설치되어 있지 않습니다. “apt-get install $1” 명령으로 설치하세요."
}

package_absent() {
  _given 'package_absent NAME' 1 1 "$@"
  _package "$1"
  [ "$_found" != installed ] || not_yet \
    "Expected the package “$1” not to be installed, but it is. “apt-get remove $1” removes it." \
    "“$1” 패키지가 없어야 하는데 설치되어 있습니다. “apt-get remove $1” 명령으로 제거하세요."
}

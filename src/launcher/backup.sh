# shellcheck shell=bash
# ./drydock backup and restore: the data directory as one file, and back. The jar does the work; here: what it needs is built
# and found, and nobody starts a server meanwhile.

command_backup() {
  backup_arguments backup "$@" || return 0
  [[ -s $DATA/instance ]] || fail "$DATA is not a data directory of Drydock yet" "./drydock up makes it; --data DIR names another"
  read_instance
  LOGS=$DATA/logs
  BACKUP_FILE=${BACKUP_FILE:-$PWD/drydock-$INSTANCE-$(date +%Y%m%d-%H%M%S).zip}
  prepare_jar
  run_backup backup
}

command_restore() {
  backup_arguments restore "$@" || return 0
  [[ -n $BACKUP_FILE ]] || fail "restore wants the file to restore" "./drydock restore FILE; ./drydock backup makes one"
  [[ -f $BACKUP_FILE ]] || fail "there is no file $BACKUP_FILE" "name a file that ./drydock backup has made"
  (umask 077 && mkdir -p "$DATA/logs") 2>/dev/null \
    || fail "the data directory $DATA cannot be made or written" "make it writable for this user, or choose another with --data DIR"
  DATA=$(cd -P "$DATA" && pwd -P)
  LOGS=$DATA/logs
  lock_data
  ! server_pid >/dev/null || fail "the server of $DATA runs" "./drydock down --data $DATA stops it; then run this again"
  prepare_jar
  run_backup restore
}

# backup_arguments COMMAND ARGUMENT…: sets DATA and BACKUP_FILE, both absolute; fails where only help was wanted.
backup_arguments() {
  local command=$1 data=''
  BACKUP_FILE=''
  shift
  while (($# > 0)); do
    case $1 in
      --data) need_value "$1" $# && data=$2 && shift ;;
      --help | -h) "help_$command" && return 1 ;;
      -*) unknown_option "$1" "$command" ;;
      *)
        [[ -z $BACKUP_FILE ]] || fail "'$1' is one file too many" "./drydock $command --help shows how it is called"
        BACKUP_FILE=$1
        ;;
    esac
    shift
  done
  [[ -z $BACKUP_FILE || $BACKUP_FILE == /* ]] || BACKUP_FILE=$PWD/$BACKUP_FILE
  choose_data "$data"
}

# run_backup COMMAND: ends the launcher with the jar's own exit code; the locks are held until then.
run_backup() {
  local own status=0
  read -r -a own <<<"${DRYDOCK_JAVA_OPTIONS:-}"
  (umask 077 && free_of_locks "$JAVA" "${JAVA_OPTIONS[@]}" "${own[@]}" -jar "$APP/drydock.jar" "$1" --data "$DATA" -- "$BACKUP_FILE") \
    || status=$?
  exit "$status"
}

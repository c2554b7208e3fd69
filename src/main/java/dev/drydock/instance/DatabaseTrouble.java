package dev.drydock.instance;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells failures of the database itself, which are over when somebody has mended it, from mistakes in what it was asked. */
public final class DatabaseTrouble {

    /** The attribute of a request that could not be answered because of it. Its value is the {@link SQLException}. */
    public static final String ATTRIBUTE = "dev.drydock.database-trouble";

    private static final int PRIMARY_CODE = 0xff;

    private static final Set<SQLiteErrorCode> SQLITE = Set.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_CANTOPEN);

    /** Connection, resources, intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Read only; no privilege. */
    private static final Set<String> STATES = Set.of("25006", "42501");

    /** PostgreSQL's word for it. */
    private static final String DISK_FULL = "53100";

    private DatabaseTrouble() {}

    /** The trouble that a failure comes from, if it comes from one. */
    public static Optional<SQLException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTrouble(sql)) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** Whether something could not be written because the disk has no room, or takes nothing for another reason. Then nothing of it was written. */
    public static boolean hasNoRoom(Throwable failure) {
        return in(failure).filter(DatabaseTrouble::isForWantOfRoom).isPresent();
    }

    /** On a full disk SQLite says either of two, as it was about to write this file or that. */
    private static boolean isForWantOfRoom(SQLException failure) {
        SQLiteErrorCode code = sqliteCode(failure);
        return code == SQLiteErrorCode.SQLITE_FULL
                || code == SQLiteErrorCode.SQLITE_IOERR
                || DISK_FULL.equals(failure.getSQLState());
    }

    private static boolean isTrouble(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException // the pool had no connection to give
                || SQLITE.contains(sqliteCode(failure))
                || state != null
                        && state.length() == 5
                        && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }

    /** Where it began: a pool that waited in vain tells what it last heard only as a cause. */
    static SQLException firstIn(SQLException failure) {
        SQLException first = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                first = sql;
            }
        }
        return first;
    }

    /** SQLite's own code of a failure without its details; UNKNOWN_ERROR for what is none of SQLite's. */
    static SQLiteErrorCode sqliteCode(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY_CODE)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}

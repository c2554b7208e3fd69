package dev.drydock.instance;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database of a data directory. */
public final class Database {

    private static final int PATIENCE_MS = 5_000;

    /** The lower byte of an error's code; what is above tells it more closely. */
    private static final int PRIMARY_CODE = 0xff;

    private Database() {}

    /**
     * SQLite, durable at every commit: WAL with synchronous=FULL. Each connection is a new one; several processes may have some at the same
     * time, and wait for one another.
     *
     * @param directory a {@link DataDirectory}'s path
     */
    public static DataSource in(Path directory) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MS);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + directory.resolve("drydock.db"));
        return sqlite;
    }

    /** Whether something could not be written because the disk has no room, or takes nothing for another reason. Then nothing of it was written. */
    public static boolean hasNoRoom(Throwable error) {
        for (@Nullable Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLiteException refusal && isForWantOfRoom(refusal)) {
                return true;
            }
        }
        return false;
    }

    /** On a full disk SQLite says either, as it was about to write this file or that. */
    private static boolean isForWantOfRoom(SQLiteException refusal) {
        int primary = refusal.getResultCode().code & PRIMARY_CODE;
        return primary == SQLiteErrorCode.SQLITE_FULL.code || primary == SQLiteErrorCode.SQLITE_IOERR.code;
    }
}

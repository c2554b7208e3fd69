package dev.drydock.instance;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database of a data directory. */
public final class Database {

    private static final int PATIENCE_MS = 5_000;

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
}

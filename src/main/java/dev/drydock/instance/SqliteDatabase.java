package dev.drydock.instance;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file of a data directory. */
public final class SqliteDatabase implements Database {

    private static final Logger log = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int PATIENCE_MS = 5_000;

    private final Path directory;

    /** @param directory a {@link DataDirectory}'s path */
    public SqliteDatabase(Path directory) {
        this.directory = directory;
    }

    @Override
    public String location() {
        return file().toString();
    }

    /**
     * Durable at every commit: WAL with synchronous=FULL. Several processes may have connections at the same time, and wait for one another.
     */
    @Override
    public DataSource connections() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MS);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + file());
        return sqlite;
    }

    /** One connection that everybody takes turns at. */
    @Override
    public HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(connections());
        pool.setMaximumPoolSize(1);
        pool.setPoolName("database");
        return pool;
    }

    @Override
    public void requireUsable() {
        try (Connection connection = connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE"); // takes the right to write, without writing
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public DatabaseException explain(SQLException failure) {
        SQLException first = DatabaseTrouble.firstIn(failure);
        String remedy =
                switch (DatabaseTrouble.sqliteCode(first)) {
                    case SQLITE_BUSY, SQLITE_LOCKED ->
                        "Another program has locked it for more than " + PATIENCE_MS / 1_000
                                + " seconds; end that program (fuser shows which it is).";
                    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                        "Make it and its directory writable for the user that the server runs as.";
                    case SQLITE_FULL -> "Make room on its disk.";
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> "Restore a backup: drydock restore FILE.";
                    default -> "Look at its disk and its rights; a backup comes back by drydock restore FILE.";
                };
        return new DatabaseException(
                "The database " + location() + " cannot be used: " + first.getMessage() + ".", remedy, failure);
    }

    @Override
    public RuntimeException newer(String version) {
        return DataDirectoryException.newer(directory, version);
    }

    @Override
    public void keepCopy(String version) {
        Path copy = directory.resolve(
                DataDirectory.DATABASE + ".version-" + version + "." + NOW.format(LocalDateTime.now()));
        try {
            Snapshot.take(file(), copy);
            log.info("The database is brought forward from version {}; as it was, it is kept as {}", version, copy);
        } catch (IOException e) {
            throw DataDirectoryException.unusable(directory, e);
        }
    }

    private Path file() {
        return directory.resolve(DataDirectory.DATABASE);
    }
}

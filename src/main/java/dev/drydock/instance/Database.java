package dev.drydock.instance;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Where an instance keeps people and progress. All SQL is the same on each kind of database; what is not the same about them is here, behind
 * this interface, and in {@link DatabaseTrouble}.
 */
public sealed interface Database permits SqliteDatabase, PostgresDatabase {

    /**
     * The one that the settings name. Nothing connects to it yet.
     *
     * @param directory a {@link DataDirectory}'s path, where SQLite has its file
     * @throws DatabaseException if the URL is none that Drydock understands
     */
    static Database of(DatabaseProperties properties, Path directory) {
        return properties.url().isBlank() ? new SqliteDatabase(directory) : new PostgresDatabase(properties);
    }

    /** What messages call it: a path, or a URL without user, password and parameters. */
    String location();

    /** Each connection is a new one. */
    DataSource connections();

    /** A new pool of connections for a whole server, to be closed by whoever asked. Nothing connects before the first question. */
    HikariDataSource pool();

    /**
     * Connects once and finds out whether it can be read and written.
     *
     * @throws DatabaseException if not: why, and what to do
     */
    void requireUsable();

    /** The failure in words for whoever hosts the classroom: which database, why, and what to do. */
    DatabaseException explain(SQLException failure);

    /** What to say where a newer Drydock has brought it to a version that this one does not know. */
    RuntimeException newer(String version);

    /** Keeps it as it is, before it is brought forward from that version, where that is for the server to do. */
    void keepCopy(String version);
}

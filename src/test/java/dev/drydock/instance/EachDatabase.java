package dev.drydock.instance;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds of database that Drydock knows, for tests of what must be the same on each: real ones, with today's schema. */
public enum EachDatabase {
    SQLITE {
        @Override
        DatabaseProperties properties(Path directory) {
            return DatabaseProperties.SQLITE;
        }
    },
    POSTGRESQL {
        @Override
        DatabaseProperties properties(Path directory) {
            return PostgresServer.asDrydock(URLS.computeIfAbsent(
                    directory, path -> PostgresServer.shared().newClassroom()));
        }
    };

    private static final Map<Path, String> URLS = new ConcurrentHashMap<>();

    abstract DatabaseProperties properties(Path directory);

    /** The database that belongs to a directory of the test's: made when first asked for, the same one from then on. */
    public Database in(Path directory) {
        Database database = Database.of(properties(directory), directory);
        Flyway.configure().dataSource(database.connections()).load().migrate();
        return database;
    }

    /** Questions to it. */
    public JdbcClient open(Path directory) {
        return JdbcClient.create(in(directory).connections());
    }
}

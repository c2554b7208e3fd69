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

        @Override
        public void fillDisk(JdbcClient database, String table) {
            database.sql("CREATE TRIGGER full_disk BEFORE UPDATE ON " + table
                            + " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END")
                    .update();
        }
    },
    POSTGRESQL {
        @Override
        DatabaseProperties properties(Path directory) {
            return PostgresServer.asDrydock(URLS.computeIfAbsent(
                    directory, path -> PostgresServer.shared().newClassroom()));
        }

        @Override
        public void fillDisk(JdbcClient database, String table) {
            database.sql("""
                            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN RAISE disk_full; END $$""").update();
            database.sql("CREATE TRIGGER full_disk BEFORE UPDATE ON " + table
                            + " FOR EACH ROW EXECUTE FUNCTION full_disk()")
                    .update();
        }
    };

    private static final Map<Path, String> URLS = new ConcurrentHashMap<>();

    abstract DatabaseProperties properties(Path directory);

    /** From now on, rows of the table cannot be changed, as on a full disk. */
    public abstract void fillDisk(JdbcClient database, String table);

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

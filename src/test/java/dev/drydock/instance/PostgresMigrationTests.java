package dev.drydock.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same migrations on PostgreSQL, and that those which have landed stay as they are. */
class PostgresMigrationTests {

    @TempDir
    Path data;

    @Test
    void migrationsThatHaveLandedAreNeverChanged() {
        Map<String, Integer> sums = Arrays.stream(
                        flyway(new SqliteDatabase(data)).info().all())
                .collect(Collectors.toMap(one -> one.getVersion().toString(), one -> one.getChecksum()));

        assertThat(sums)
                .as("a data directory that knows another text of a migration cannot be started: add a new one instead")
                .containsAllEntriesOf(
                        Map.of("1", 1339454224, "2", -1222095764, "3", 884278255, "4", -244024211, "5", 1535991805));
    }

    @Test
    void migrateMakesTheSameTablesAsOnSqlite() throws SQLException {
        Database postgres = newDatabase();
        migrate(postgres);
        Database sqlite = new SqliteDatabase(data);
        migrate(sqlite);

        assertThat(columns(postgres)).isEqualTo(columns(sqlite)).containsKeys("learner", "task_progress");
    }

    @Test
    void migrateWhenDatabaseIsOlderKeepsWhatIsInIt() {
        Database database = newDatabase();
        Flyway.configure()
                .dataSource(database.connections())
                .target(MigrationVersion.fromVersion("2"))
                .load()
                .migrate();
        JdbcClient client = JdbcClient.create(database.connections());
        client.sql("INSERT INTO learner VALUES ('1', 'amy', 'Amy', 0)").update();
        client.sql("INSERT INTO task_progress VALUES ('1', 'docker', 'first', 'run', 'not-yet', '아직', 3, NULL, 7)")
                .update();

        migrate(database);

        assertThat(client.sql("SELECT missed FROM task_progress WHERE message = '아직'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void migrateWhenTwoServersStartAtOnceSucceedsForBoth() throws Exception {
        Database database = newDatabase();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (int server = 0; server < 3; server++) {
                starts.add(threads.submit(() -> migrate(database)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        }
        assertThat(Schema.of(database.connections()).isOlder()).isFalse();
    }

    @Test
    void migrateWhenDatabaseIsNewerLeavesItAloneAndSaysSo() {
        Database database = newDatabase();
        migrate(database);
        JdbcClient.create(database.connections()).sql("""
                INSERT INTO flyway_schema_history
                SELECT installed_rank + 900, '999', 'later', type, 'V999__later.sql', checksum, installed_by, installed_on, 1, true
                FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1""").update();

        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(database.location())
                .hasMessageContaining("made by a newer Drydock (its version is 999)")
                .hasMessageContaining("pg_restore --clean");
    }

    @Test
    void migrateWhenTheUserMayMakeNoTablesNamesTheRemedy() {
        String url = PostgresServer.shared().newDatabase();
        PostgresServer.shared().execute("ALTER DATABASE " + PostgresServer.nameIn(url) + " OWNER TO postgres");
        Database database = Database.of(PostgresServer.asDrydock(url), data);
        database.requireUsable();

        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(url)
                .hasMessageContaining("permission denied")
                .hasMessageContaining("OWNER TO");
    }

    private Database newDatabase() {
        return Database.of(PostgresServer.asDrydock(PostgresServer.shared().newDatabase()), data);
    }

    private static void migrate(Database database) {
        new Migration(database).migrate(flyway(database));
    }

    private static Flyway flyway(Database database) {
        return Flyway.configure().dataSource(database.connections()).load();
    }

    /** The names of each table's columns, and whether they may be empty. */
    private static SortedMap<String, List<String>> columns(Database database) throws SQLException {
        SortedMap<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.connections().getConnection();
                ResultSet column = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (column.next()) {
                String schema = String.valueOf(column.getString("TABLE_SCHEM"));
                String table = column.getString("TABLE_NAME");
                if (!table.matches("(flyway|sqlite)_.*") && (schema.equals("null") || schema.equals("public"))) {
                    tables.computeIfAbsent(table, name -> new ArrayList<>())
                            .add(column.getString("COLUMN_NAME") + " " + column.getString("IS_NULLABLE"));
                }
            }
        }
        return tables;
    }
}

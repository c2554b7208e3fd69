package dev.drydock.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTests {

    @TempDir
    Path data;

    @Test
    void migrateWhenDatabaseIsNewKeepsNoCopy() throws IOException {
        migrate();
        assertThat(copies()).isEmpty();
    }

    @Test
    void migrateWhenDatabaseIsOlderKeepsItAsItWas() throws Exception {
        Flyway.configure()
                .dataSource(url(data.resolve("drydock.db")), null, null)
                .target(MigrationVersion.fromVersion("1"))
                .load()
                .migrate();
        execute("INSERT INTO learner VALUES ('1', 'amy', 'Amy', 0)");
        migrate();
        assertThat(copies()).singleElement().satisfies(copy -> {
            assertThat(copy.getFileName().toString()).startsWith("drydock.db.version-1.");
            assertThat(Schema.of(copy).version()).contains("1");
            assertThat(learners(copy)).isOne();
        });
        assertThat(learners(data.resolve("drydock.db"))).isOne();
        migrate();
        assertThat(copies()).hasSize(1);
    }

    @Test
    void migrateWhenDatabaseIsNewerLeavesItAloneAndSaysSo() throws Exception {
        migrate();
        execute("""
                INSERT INTO flyway_schema_history
                SELECT installed_rank + 900, '999', 'later', type, 'V999__later.sql', checksum, installed_by, installed_on, 1, 1
                FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1""");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("made by a newer Drydock (its version is 999)")
                .hasMessageContaining("drydock restore FILE");
    }

    private void migrate() {
        try (DataDirectory directory = DataDirectory.open(data)) {
            Flyway flyway = Flyway.configure()
                    .dataSource(url(directory.database()), null, null)
                    .load();
            new Migration(new SqliteDatabase(directory.path())).migrate(flyway);
        }
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("drydock.db.version-"))
                    .toList();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(data.resolve("drydock.db")));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long learners(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM learner WHERE name = 'Amy'")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static String url(Path database) {
        return "jdbc:sqlite:" + database;
    }
}

package dev.drydock.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

/** What whoever hosts a classroom is told when its database cannot be used. */
class DatabaseTests {

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(EachDatabase.class)
    void requireUsableWhenItIsSaysNothing(EachDatabase kind) {
        kind.in(data).requireUsable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://root:hush@db/x",
                "mysql://root:hu/h?sh@db/hush",
                "jdbc:mysql://db/x?password=hush",
                "postgresql://root:hush@db/x",
                "jdbc:sqlite:/tmp/hush?password=hush@x",
                "jdbc:postgresql://root:hush@db/x",
                "jdbc:postgresql://db:hush/x?password=hush",
                "drydock"
            })
    void ofWhenTheUrlIsNoneOfOursNamesTheSettingAndNoPassword(String url) {
        DatabaseProperties properties = new DatabaseProperties(url, "drydock", "hush");

        assertThatThrownBy(() -> Database.of(properties, data))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("drydock.database.url")
                .hasMessageContaining("DRYDOCK_DATABASE_")
                .satisfies(refusal -> assertThat(withoutPortAndFile(refusal)).doesNotContain("hush"));
        assertThat(properties.toString().replace("db:hush", "").replace("tmp/hush", ""))
                .doesNotContain("hush");
    }

    /** What stands where a port or a file's name has to be is no password. */
    private static String withoutPortAndFile(Throwable refusal) {
        return String.valueOf(refusal.getMessage()).replace("db:hush/x", "").replace("/tmp/hush", "");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/x, jdbc:postgresql://db/x",
        "jdbc:postgresql://db/x?password=hush@home, jdbc:postgresql://db/x",
        "jdbc:postgresql://[::1]:5432/x?user=a@b, jdbc:postgresql://[::1]:5432/x",
        "'jdbc:postgresql://a:1,b:2/x?password=a@b', 'jdbc:postgresql://a:1,b:2/x'",
        "postgres://u:hu?sh@db/x, postgres://…",
        "postgres://u:h/u?sh@db/x, postgres://…"
    })
    void locationHoldsNoSecret(String url, String shown) {
        assertThat(PostgresDatabase.withoutSecrets(url)).isEqualTo(shown);
    }

    @Test
    void requireUsableWhenThePasswordIsWrongNamesTheSettings() {
        String url = PostgresServer.shared().newDatabase();

        assertThat(refusal(new DatabaseProperties(url, PostgresServer.USER, "not it"))
                        .getMessage())
                .contains(url, "password authentication failed", "drydock.database.user", "DRYDOCK_DATABASE_PASSWORD")
                .doesNotContain("not it");
        assertThat(refusal(new DatabaseProperties(url, PostgresServer.USER, "")).getMessage())
                .contains(url, "no password was provided", "DRYDOCK_DATABASE_PASSWORD");
    }

    @Test
    void requireUsableWhenThereIsNoSuchDatabaseSaysHowToMakeIt() {
        String url = PostgresServer.shared().newDatabase() + "-not";

        assertThat(refusal(PostgresServer.asDrydock(url)).getMessage())
                .contains(url, "does not exist", "createdb --encoding=UTF8");
    }

    @Test
    void requireUsableWhenNobodyAnswersNamesTheAddress() {
        String url = "jdbc:postgresql://127.0.0.1:9/x";

        assertThat(refusal(PostgresServer.asDrydock(url)).getMessage())
                .contains(url, "drydock.database.url", "refused", "See that PostgreSQL runs there");
    }

    @Test
    void requireUsableWhenItCanOnlyBeReadSaysSo() {
        String url = PostgresServer.shared().newClassroom();
        PostgresServer.shared()
                .execute("ALTER DATABASE " + PostgresServer.nameIn(url) + " SET default_transaction_read_only = on");

        assertThat(refusal(PostgresServer.asDrydock(url)).getMessage()).contains(url, "can only be read", "primary");
        JdbcClient client = JdbcClient.create(
                Database.of(PostgresServer.asDrydock(url), data).connections());
        assertThat(failure(client, "DELETE FROM session")).isPresent();
    }

    @Test
    void requireUsableWhenItCannotKeepEveryLanguageSaysSo() {
        String url =
                PostgresServer.shared().newDatabase("ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");

        assertThat(refusal(PostgresServer.asDrydock(url)).getMessage())
                .contains(url, "LATIN1", "--encoding=UTF8 --template=template0");
    }

    @Test
    void requireUsableWhenTheFileIsNoDatabaseSaysSo() throws IOException {
        Files.writeString(
                data.resolve(DataDirectory.DATABASE), "no database at all, but long enough to look at".repeat(9));

        assertThat(refusal(DatabaseProperties.SQLITE).getMessage())
                .contains(data.resolve(DataDirectory.DATABASE).toString(), "not a database", "drydock restore FILE");
    }

    @Test
    void requireUsableWhenTheFileCanOnlyBeReadSaysSo() throws IOException {
        withoutPatience().sql("CREATE TABLE session (id TEXT)").update();
        makeReadOnly(data.resolve(DataDirectory.DATABASE));

        assertThat(refusal(DatabaseProperties.SQLITE).getMessage()).contains("readonly", "writable");
        assertThat(failure(withoutPatience(), "DELETE FROM session")).isPresent();
    }

    /** A version that SQLite may read and must not write, in the two bytes of the header that say so: holds for root, too. */
    private static void makeReadOnly(Path file) throws IOException {
        try (RandomAccessFile database = new RandomAccessFile(file.toFile(), "rw")) {
            database.seek(18);
            database.write(3);
        }
    }

    @Test
    void explainWhenAnotherProgramHasLockedTheFileSaysSo() throws SQLException {
        Database database = EachDatabase.SQLITE.in(data);
        try (Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            SQLException busy =
                    failure(withoutPatience(), "DELETE FROM session").orElseThrow();
            statement.execute("ROLLBACK");

            assertThat(database.explain(busy).getMessage()).contains("locked", "Another program");
        }
        database.requireUsable();
    }

    private JdbcClient withoutPatience() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + data.resolve(DataDirectory.DATABASE));
        source.getConfig().setBusyTimeout(0);
        return JdbcClient.create(source);
    }

    @Test
    void troubleIsWhatACutConnectionIs() {
        String url = PostgresServer.shared().newClassroom();
        Database database = Database.of(PostgresServer.asDrydock(url), data);
        JdbcClient client = JdbcClient.create(database.connections());

        assertThat(failure(client, "SELECT pg_terminate_backend(pg_backend_pid())"))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(EachDatabase.class)
    void troubleIsNotWhatAWrongQuestionIs(EachDatabase kind) {
        kind.in(data);
        String twice = "INSERT INTO learner VALUES ('1', 'amy', 'Amy', 0), ('2', 'amy', 'Amy', 0)";

        assertThat(failure(kind, "DELETE FROM nothing")).isEmpty();
        assertThat(failure(kind, twice)).isEmpty();
        assertThat(failure(kind, "INSERT INTO session VALUES ('x', 'nobody', 0, 0)"))
                .isEmpty();
    }

    private Optional<SQLException> failure(EachDatabase kind, String sql) {
        return failure(
                JdbcClient.create(Database.of(kind.properties(data), data).connections()), sql);
    }

    private static Optional<SQLException> failure(JdbcClient client, String sql) {
        boolean question = sql.toLowerCase(Locale.ROOT).startsWith("select");
        DataAccessException failure = catchThrowableOfType(DataAccessException.class, () -> {
            if (question) {
                client.sql(sql).query().listOfRows();
            } else {
                client.sql(sql).update();
            }
        });
        assertThat(failure).as(sql).isNotNull();
        return DatabaseTrouble.in(failure);
    }

    private DatabaseException refusal(DatabaseProperties properties) {
        Database database = Database.of(properties, data);
        return catchThrowableOfType(DatabaseException.class, database::requireUsable);
    }
}

package dev.drydock.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.command.Console;
import dev.drydock.instance.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTests {

    @TempDir
    Path directory;

    private Path data;
    private Path file;

    @BeforeEach
    void makeData() throws IOException {
        data = directory.resolve("data");
        file = directory.resolve("backup.zip");
        DataDirectory.open(data).close();
        Flyway.configure().dataSource(url(data), null, null).load().migrate();
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("logs/server.log"), "noise");
        Files.writeString(data.resolve("server.pid"), "1");
        Files.writeString(data.resolve("sign-in/0123"), "");
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/one key"), "secret");
    }

    @Test
    void backupWhenWritingGoesOnHoldsWholeTransactionsOnly() throws Exception {
        execute(data, "PRAGMA journal_mode=WAL");
        execute(data, "CREATE TABLE pair (a INTEGER, b INTEGER)");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofPlatform().start(() -> writePairs(over, written));
        try {
            while (written.get() < 20) {
                Thread.onSpinWait();
            }
            assertThat(run("backup", "--data", data.toString(), file.toString()).code())
                    .isZero();
        } finally {
            over.set(true);
            writer.join();
        }
        Path restored = directory.resolve("restored");
        assertThat(run("restore", "--data", restored.toString(), file.toString())
                        .code())
                .isZero();
        assertThat(number(restored, "SELECT count(*) FROM pair WHERE a = 1")).isGreaterThanOrEqualTo(20);
        assertThat(number(restored, "SELECT sum(a) - sum(b) FROM pair")).isZero();
    }

    @Test
    void restoreWhenDirectoryIsEmptyBringsBackAllButWhatRuns() throws Exception {
        execute(data, "INSERT INTO learner (id, known_as, name, created_at) VALUES ('1', 'amy', 'Amy', 0)");
        run("backup", "--data", data.toString(), file.toString());
        Path restored = directory.resolve("restored");
        Outcome outcome = run("restore", "--data", restored.toString(), file.toString());
        assertThat(outcome.code()).isZero();
        assertThat(restored.resolve("instance")).hasSameTextualContentAs(data.resolve("instance"));
        assertThat(restored.resolve("keys/one key")).hasContent("secret");
        assertThat(number(restored, "SELECT count(*) FROM learner WHERE name = 'Amy'"))
                .isOne();
        assertThat(names(restored)).containsExactlyInAnyOrder("instance", "drydock.db", "keys", "lock");
        assertThat(outcome.said()).contains(restored + " is as it was").doesNotContain("kept in");
    }

    @Test
    void backupAndRestoreLeaveNothingThatOthersCanRead() throws Exception {
        run("backup", "--data", data.toString(), file.toString());
        Path restored = directory.resolve("restored");
        run("restore", "--data", restored.toString(), file.toString());
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(restored)).isEqualTo("rwx------");
        assertThat(rights(restored.resolve("keys"))).isEqualTo("rwx------");
        assertThat(rights(restored.resolve("keys/one key"))).isEqualTo("rw-------");
        assertThat(rights(restored.resolve("drydock.db"))).isEqualTo("rw-------");
    }

    @Test
    void restoreWhenThereIsDataKeepsItAside() throws Exception {
        run("backup", "--data", data.toString(), file.toString());
        execute(data, "INSERT INTO learner (id, known_as, name, created_at) VALUES ('2', 'bob', 'Bob', 0)");
        Outcome outcome = run("restore", "--data", data.toString(), file.toString());
        assertThat(outcome.code()).isZero();
        assertThat(number(data, "SELECT count(*) FROM learner")).isZero();
        Path aside = data.resolve(names(data).stream()
                .filter(name -> name.startsWith("replaced-"))
                .findFirst()
                .orElseThrow());
        assertThat(outcome.said()).contains("kept in " + aside);
        assertThat(number(aside, "SELECT count(*) FROM learner")).isOne();
        assertThat(aside.resolve("keys/one key")).hasContent("secret");
    }

    @Test
    void restoreWhenServerUsesDirectoryChangesNothing() throws Exception {
        run("backup", "--data", data.toString(), file.toString());
        try (DataDirectory used = DataDirectory.open(data)) {
            Outcome outcome = run("restore", "--data", used.path().toString(), file.toString());
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.said()).contains("in use by another Drydock server", "drydock down");
        }
        assertThat(names(data)).noneMatch(name -> name.startsWith("replaced-"));
    }

    @Test
    void backupAndRestoreWhenPeopleAreInPostgresSaySoAndHowToKeepThem() throws Exception {
        Files.writeString(data.resolve("database"), "jdbc:postgresql://db:5433/classroom\n");

        Outcome kept = run("backup", "--data", data.toString(), file.toString());

        assertThat(kept.code()).isZero();
        assertThat(kept.said())
                .contains("PEOPLE AND PROGRESS ARE NOT IN IT: they are in jdbc:postgresql://db:5433/classroom")
                .contains(
                        "pg_dump --format=custom --file=drydock.dump --username=USER 'postgresql://db:5433/classroom'")
                .contains("It holds keys:");
        assertThat(Archives.read(file)).containsKeys("database", "instance").doesNotContainKey("drydock.db");

        Path restored = directory.resolve("restored");
        Outcome back = run("restore", "--data", restored.toString(), file.toString());

        assertThat(back.code()).isZero();
        assertThat(back.said()).contains("--dbname='postgresql://db:5433/classroom' drydock.dump", "pg_restore");
        assertThat(restored.resolve("database")).hasContent("jdbc:postgresql://db:5433/classroom");
    }

    @Test
    void backupWhenPeopleAreInTheDirectorySaysNothingOfPostgres() {
        assertThat(run("backup", "--data", data.toString(), file.toString()).said())
                .contains("It holds people, progress and keys")
                .doesNotContain("pg_dump", "NOT IN IT");
    }

    @Test
    void backupWhenFileIsThereLeavesIt() throws Exception {
        Files.writeString(file, "mine");
        Outcome outcome = run("backup", "--data", data.toString(), file.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(file + " is there already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void backupWhenFileWouldLieInTheDataDirectoryRefusesIt() throws Exception {
        Path inside = data.resolve("keys/backup.zip");

        Outcome outcome = run("backup", "--data", data.toString(), inside.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("would lie in the data directory itself", "name a file elsewhere");
        assertThat(inside).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void restoreWhenAMoveFailsPutsBackWhatWasThere(int failing) throws Exception {
        run("backup", "--data", data.toString(), file.toString());
        Files.writeString(data.resolve("keys/one key"), "another secret");
        Map<String, String> before = texts(data);
        AtomicInteger moves = new AtomicInteger();
        Restore restore = new Restore(data, (from, to) -> {
            if (moves.incrementAndGet() == failing) {
                throw new IOException("no space left");
            }
            Files.move(from, to);
        });

        assertThatThrownBy(() -> restore.readFrom(file)).hasMessage("no space left");

        assertThat(texts(data)).isEqualTo(before);
    }

    /** What is kept of a data directory, but for the database, whose bytes are SQLite's own. */
    private static Map<String, String> texts(Path data) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : Contents.of(data)) {
            texts.put(name, Files.readString(data.resolve(name)));
        }
        texts.put("database", String.valueOf(Files.exists(data.resolve(DataDirectory.DATABASE))));
        return texts;
    }

    @Test
    void backupWhenDirectoryIsNoneOfOursSaysSo() {
        Outcome outcome = run("backup", "--data", directory.toString(), file.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("is not a data directory of Drydock yet");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "keys/../../outside",
                "/tmp/outside",
                "keys//outside",
                "lock",
                "logs/server.log",
                "server.pid",
                "sign-in/0123456789abcdef",
                "replaced-1/x",
                "back\\slash"
            })
    void restoreWhenEntryLeadsElsewhereRefusesIt(String name) throws Exception {
        Map<String, byte[]> entries = Archives.with(validEntries(), name.replace("\\", "\\\\"), new byte[] {1});
        byte[] content = entries.remove(name.replace("\\", "\\\\"));
        entries.put(name, content);
        Outcome outcome = restoreOf(entries);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("which no backup has");
        assertThat(directory.resolve("outside")).doesNotExist();
        assertThat(names(directory.resolve("other"))).containsExactly("lock");
    }

    @Test
    void restoreWhenFileWasChangedRefusesIt() throws Exception {
        Map<String, byte[]> entries = validEntries();
        entries.put("keys/one key", "another".getBytes(StandardCharsets.UTF_8));
        assertThat(restoreOf(entries).said()).contains("'keys/one key' has been changed");
    }

    @Test
    void restoreWhenFileIsMissingOrNotListedRefusesIt() throws Exception {
        Map<String, byte[]> fewer = validEntries();
        fewer.remove("keys/one key");
        assertThat(restoreOf(fewer).said()).contains("its files are not those that it lists");
        Map<String, byte[]> more = validEntries();
        more.put("extra", new byte[] {1});
        assertThat(restoreOf(more).said()).contains("its files are not those that it lists");
    }

    @Test
    void restoreWhenFileEndsEarlyRefusesIt() throws Exception {
        run("backup", "--data", data.toString(), file.toString());
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Outcome outcome = run("restore", "--data", data.toString(), cut.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("not a whole backup of Drydock", "What to do");
    }

    @Test
    void restoreWhenFileIsForeignRefusesIt() throws Exception {
        assertThat(restoreOf(Map.of("hello.txt", new byte[] {1})).said())
                .contains("it has no drydock-backup.properties");
    }

    @Test
    void restoreWhenFormatIsNewerNamesIt() throws Exception {
        Map<String, byte[]> entries = validEntries();
        String manifest = new String(entries.get(Manifest.NAME), StandardCharsets.UTF_8);
        entries.put(Manifest.NAME, manifest.replace("format=1", "format=2").getBytes(StandardCharsets.UTF_8));
        assertThat(restoreOf(entries).said()).contains("has the format '2'", "newer one");
    }

    @Test
    void restoreWhenDatabaseIsNewerRefusesIt() throws Exception {
        execute(data, """
                INSERT INTO flyway_schema_history
                SELECT installed_rank + 900, '999', 'later', type, 'V999__later.sql', checksum, installed_by, installed_on, 1, 1
                FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1""");
        run("backup", "--data", data.toString(), file.toString());
        Outcome outcome = run("restore", "--data", directory.resolve("other").toString(), file.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("made by a newer Drydock (its database's version is 999)");
    }

    @Test
    void restoreWhenDatabaseIsDamagedRefusesIt() throws Exception {
        byte[] broken = "no database at all, but long enough to look at".getBytes(StandardCharsets.UTF_8);
        Outcome outcome = restoreOf(Archives.with(validEntries(), "drydock.db", broken));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("its database cannot be read");
    }

    private Map<String, byte[]> validEntries() throws IOException {
        if (!Files.exists(file)) {
            run("backup", "--data", data.toString(), file.toString());
        }
        return new LinkedHashMap<>(Archives.read(file));
    }

    private Outcome restoreOf(Map<String, byte[]> entries) throws IOException {
        Path made = Archives.write(directory.resolve("made.zip"), entries);
        return run("restore", "--data", directory.resolve("other").toString(), made.toString());
    }

    private record Outcome(int code, String said) {}

    private static Outcome run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter console = new PrintWriter(said, true);
        return new Outcome(BackupCommand.run(new Console(console, console), arguments), said.toString());
    }

    private void writePairs(AtomicBoolean over, AtomicInteger written) {
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!over.get()) {
                statement.execute("INSERT INTO pair VALUES (1, 0)");
                statement.execute("INSERT INTO pair VALUES (0, 1)");
                connection.commit();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(Path data) {
        return "jdbc:sqlite:" + data.resolve("drydock.db");
    }

    private static void execute(Path data, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Path data, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(child -> child.getFileName().toString()).sorted().toList();
        }
    }
}

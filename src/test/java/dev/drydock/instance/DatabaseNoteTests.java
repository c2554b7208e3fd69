package dev.drydock.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseNoteTests {

    @TempDir
    Path data;

    private DataDirectory directory;
    private Database sqlite;
    private Database postgres;

    @BeforeEach
    void open() {
        directory = DataDirectory.open(data);
        sqlite = new SqliteDatabase(data);
        postgres = database("jdbc:postgresql://db/x?password=hush");
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void sqliteNeedsNoNote() throws IOException {
        DatabaseNote.requireNoneFor(sqlite, directory);
        DatabaseNote.keep(sqlite, directory);

        assertThat(DatabaseNote.in(data)).isEmpty();
        assertThat(data.resolve("database")).doesNotExist();
    }

    @Test
    void noteNamesTheDatabaseAndNoPassword() throws IOException {
        DatabaseNote.keep(postgres, directory);

        assertThat(DatabaseNote.in(data)).contains("jdbc:postgresql://db/x");
        assertThat(data.resolve("database")).content().doesNotContain("hush");
    }

    @Test
    void serverWhoseSettingsGotLostDoesNotBeginAnew() {
        DatabaseNote.keep(postgres, directory);

        assertThatThrownBy(() -> DatabaseNote.requireNoneFor(sqlite, directory))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("are in jdbc:postgresql://db/x, but drydock.database.url is not set")
                .hasMessageContaining("remove " + data.resolve("database"));
    }

    @Test
    void serverWhoseDatabaseHasMovedGoesOn() throws IOException {
        DatabaseNote.keep(postgres, directory);
        Database moved = database("jdbc:postgresql://another/x");
        DatabaseNote.requireNoneFor(moved, directory);
        DatabaseNote.keep(moved, directory);

        assertThat(DatabaseNote.in(data)).contains("jdbc:postgresql://another/x");
    }

    @Test
    void noteThatSomebodyElseHasWrittenSteersNoTerminal() throws IOException {
        Files.writeString(data.resolve("database"), "jdbc:postgresql://db/\u001b[31m'; rm -r x\n");

        assertThat(DatabaseNote.in(data)).contains("jdbc:postgresql://db/?[31m???rm?-r?x");
    }

    private Database database(String url) {
        return Database.of(new DatabaseProperties(url, "", ""), data);
    }
}

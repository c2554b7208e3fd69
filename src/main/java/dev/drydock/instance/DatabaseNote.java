package dev.drydock.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code database} of a data directory: the URL, without secrets, of the PostgreSQL database in which its people and progress are. There is none
 * where they are in the directory's own SQLite file. By it commands that have no settings know, and a server whose settings got lost does not begin
 * anew with nobody in it.
 */
public final class DatabaseNote {

    private static final Logger log = LoggerFactory.getLogger(DatabaseNote.class);
    private static final String NAME = "database";
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9:/._,%\\[\\]-]");

    private DatabaseNote() {}

    /**
     * What the note of a data directory says; nothing where there is none. The directory may have been restored from what somebody else has written: what
     * could steer a terminal or a shell is replaced by {@code ?}.
     */
    public static Optional<String> in(Path data) throws IOException {
        try {
            String text = Files.readString(data.resolve(NAME)).strip();
            return Optional.of(STRANGE.matcher(text).replaceAll("?"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * Compares the note with the database that a server is told to use.
     *
     * @throws DatabaseException if it speaks of PostgreSQL, and the server would use SQLite
     */
    static void requireNoneFor(Database database, DataDirectory directory) {
        Optional<String> elsewhere = read(directory);
        if (database instanceof SqliteDatabase && elsewhere.isPresent()) {
            throw new DatabaseException(
                    "People and progress of " + directory.path() + " are in " + elsewhere.get()
                            + ", but drydock.database.url is not set.",
                    "Set DRYDOCK_DATABASE_URL as before; or, to begin anew with a SQLite file, remove "
                            + directory.path().resolve(NAME) + ".",
                    null);
        }
    }

    /** Keeps where people and progress are from now on; to be called once that database has answered. */
    static void keep(Database database, DataDirectory directory) {
        if (!(database instanceof PostgresDatabase)) {
            return;
        }
        Optional<String> before = read(directory);
        if (before.isEmpty() && Files.exists(directory.database())) {
            log.warn(
                    "People and progress are in {} from now on. What is in {} stays there, and is not used",
                    database.location(),
                    directory.database());
        }
        if (before.filter(database.location()::equals).isEmpty()) {
            write(directory, database.location());
        }
    }

    private static void write(DataDirectory directory, String location) {
        Path written = directory.path().resolve(NAME + ".new");
        try {
            Files.writeString(written, location + "\n");
            Files.move(written, directory.path().resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataDirectoryException.unusable(directory.path(), e);
        }
    }

    private static Optional<String> read(DataDirectory directory) {
        try {
            return in(directory.path());
        } catch (IOException e) {
            throw DataDirectoryException.unusable(directory.path(), e);
        }
    }
}

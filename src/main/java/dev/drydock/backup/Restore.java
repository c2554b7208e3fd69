package dev.drydock.backup;

import dev.drydock.command.Refusal;
import dev.drydock.instance.DataDirectory;
import dev.drydock.instance.DatabaseNote;
import dev.drydock.instance.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Puts a backup in place of what a data directory holds. All of it is unpacked beside and proved to be whole before anything changes; what was there
 * is moved aside.
 */
final class Restore {

    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int MOST_FILES = 10_000;
    private static final long LONGEST_MANIFEST = 4L * 1024 * 1024;

    private final Path data;
    private final Mover mover;

    /** Gives a file or directory another place. */
    interface Mover {
        void move(Path from, Path to) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param replaced where what was there before lies now; nothing where there was none
     * @param elsewhere the URL of the PostgreSQL database that has people and progress; nothing where they were in the backup
     */
    record Done(Manifest manifest, Optional<Path> replaced, Optional<String> elsewhere) {}

    Restore(Path data) {
        this(data, Files::move);
    }

    Restore(Path data, Mover mover) {
        this.data = data;
        this.mover = mover;
    }

    /**
     * @throws Refusal if the file is not a whole backup that this version understands
     * @throws dev.drydock.instance.DataDirectoryException if a server uses the directory
     */
    @SuppressWarnings("try") // the lock is held, and not looked at
    Done readFrom(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("there is no file " + file, "name a file that ./drydock backup has made");
        }
        try (FileChannel held = DataDirectory.hold(data)) {
            Path unpacked = data.resolve("restore.new");
            Trees.remove(unpacked);
            try {
                Manifest manifest = unpack(file, unpacked);
                prove(manifest, unpacked);
                Optional<Path> replaced = putInPlace(unpacked);
                return new Done(manifest, replaced, DatabaseNote.in(data));
            } finally {
                Trees.remove(unpacked);
            }
        }
    }

    private static Manifest unpack(Path file, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifestOf(zip);
            requireTheSameFiles(zip, manifest);
            makeDirectory(target);
            for (String name : manifest.sums().keySet()) {
                unpack(zip, name, target, String.valueOf(manifest.sums().get(name)));
            }
            return manifest;
        } catch (ZipException e) {
            throw Manifest.damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Manifest manifestOf(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw Manifest.damaged("it has no " + Manifest.NAME);
        }
        if (zip.size() > MOST_FILES || entry.getSize() > LONGEST_MANIFEST) {
            throw Manifest.damaged("it is larger than any that Drydock makes");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.read(in);
        }
    }

    /** Nothing is unpacked that is not listed, and nothing whose name leads elsewhere. */
    private static void requireTheSameFiles(ZipFile zip, Manifest manifest) {
        Set<String> there = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!there.add(name) || !Contents.isSafe(name) || !Contents.belongs(name)) {
                throw Manifest.damaged("it has an entry '" + shown(name) + "', which no backup has");
            }
        }
        there.remove(Manifest.NAME);
        if (!there.equals(manifest.sums().keySet())) {
            throw Manifest.damaged("its files are not those that it lists");
        }
    }

    private static void unpack(ZipFile zip, String name, Path target, String sum) throws IOException {
        Path file = target.resolve(name);
        makeDirectory(Objects.requireNonNull(file.getParent()));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        ZipEntry entry = zip.getEntry(name);
        try (InputStream in = zip.getInputStream(entry);
                var out = Files.newOutputStream(file)) {
            if (!Trees.copy(in, out).equals(sum)) {
                throw Manifest.damaged("its file '" + shown(name) + "' has been changed");
            }
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void prove(Manifest manifest, Path unpacked) throws IOException {
        Path id = unpacked.resolve("instance");
        if (!Files.exists(id)) {
            throw Manifest.damaged("it does not say whose it is");
        }
        try {
            DataDirectory.idIn(unpacked);
        } catch (IllegalArgumentException e) {
            throw Manifest.damaged(String.valueOf(e.getMessage()));
        }
        Path database = unpacked.resolve(DataDirectory.DATABASE);
        if (!Files.exists(database)) {
            return;
        }
        requireIntegrity(database);
        if (Schema.of(database).isNewer()) {
            throw new Refusal(
                    "the backup was made by a newer Drydock (its database's version is " + manifest.schema()
                            + "), and this one does not know what is in it",
                    "restore it with that version, or a newer one");
        }
    }

    private static void requireIntegrity(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw Manifest.damaged("its database is damaged");
            }
        } catch (SQLException e) {
            throw Manifest.damaged("its database cannot be read: " + e.getMessage());
        }
    }

    /** Moves what is there aside, and the backup in. Where a move fails, all that were made are taken back. */
    private Optional<Path> putInPlace(Path unpacked) throws IOException {
        List<Path> old = children(data).stream()
                .filter(file -> Contents.belongs(file.getFileName().toString()))
                .toList();
        Optional<Path> aside = old.isEmpty() ? Optional.empty() : Optional.of(makeAside());
        Deque<Move> made = new ArrayDeque<>();
        try {
            if (aside.isPresent()) {
                moveInto(aside.get(), old, made);
            }
            moveInto(data, children(unpacked), made);
            return aside;
        } catch (IOException e) {
            takeBack(made, e);
            throw e;
        }
    }

    private record Move(Path from, Path to) {}

    private void moveInto(Path directory, List<Path> files, Deque<Move> made) throws IOException {
        for (Path file : files) {
            Move move = new Move(file, directory.resolve(file.getFileName()));
            mover.move(move.from(), move.to());
            made.push(move);
        }
    }

    private void takeBack(Deque<Move> made, IOException failure) {
        for (Move move : made) {
            try {
                mover.move(move.to(), move.from());
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private Path makeAside() throws IOException {
        Path aside = data.resolve(Contents.replacedAt(NOW.format(LocalDateTime.now())));
        return Files.createDirectory(
                aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            files.forEach(found::add);
        }
        return found;
    }

    /** What somebody else has written must not steer a terminal. */
    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(80, name.length()));
    }
}

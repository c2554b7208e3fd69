package dev.drydock.backup;

import dev.drydock.command.Refusal;
import dev.drydock.instance.DataDirectory;
import dev.drydock.instance.DatabaseNote;
import dev.drydock.instance.Schema;
import dev.drydock.instance.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a data directory into one file, whether or not a server works on it. */
final class Backup {

    private final Path data;

    Backup(Path data) {
        this.data = data;
    }

    /**
     * Writes it; only its owner can read it. What stands under that name is whole.
     *
     * @param file must not be there yet
     * @throws Refusal if there is nothing to keep, or something is there already
     */
    Manifest writeTo(Path file) throws IOException {
        if (!Files.isRegularFile(data.resolve("instance"))) {
            throw new Refusal(
                    data + " is not a data directory of Drydock yet",
                    "./drydock up makes it; --data DIR names another");
        }
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already", "give another name; nothing is ever overwritten");
        }
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (directory.toRealPath().startsWith(data.toRealPath())) {
            throw new Refusal(
                    file + " would lie in the data directory itself, and be part of the next backup",
                    "name a file elsewhere, best on another disk");
        }
        Path room = Files.createTempDirectory(directory, ".drydock-backup-");
        try {
            Map<String, Path> files = filesToKeep(room);
            Manifest manifest = manifestOf(files);
            Path whole = room.resolve("backup");
            write(manifest, files, whole);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Trees.remove(room);
        }
    }

    /** Copied first, so that what is summed up and what is written is the same, whoever writes meanwhile. */
    private Map<String, Path> filesToKeep(Path room) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        Path database = data.resolve(DataDirectory.DATABASE);
        if (Files.exists(database) && DatabaseNote.in(data).isEmpty()) {
            Path copy = room.resolve(DataDirectory.DATABASE);
            Snapshot.take(database, copy);
            files.put(DataDirectory.DATABASE, copy);
        }
        for (String name : Contents.of(data)) {
            Path copy = room.resolve("file-" + files.size());
            try {
                Files.copy(data.resolve(name), copy);
                files.put(name, copy);
            } catch (NoSuchFileException goneMeanwhile) {
                // A server that runs has removed it, so it would not be there a moment later either.
            }
        }
        return files;
    }

    private Manifest manifestOf(Map<String, Path> files) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            sums.put(file.getKey(), Trees.sha256(file.getValue()));
        }
        Path database = files.get(DataDirectory.DATABASE);
        String schema = database == null ? "" : Schema.of(database).version().orElse("");
        String instance = Files.readString(data.resolve("instance")).strip();
        return new Manifest(
                instance, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), schema, sums);
    }

    private static void write(Manifest manifest, Map<String, Path> files, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        target,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            manifest.write(zip);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), zip);
            }
            zip.finish();
            channel.force(true);
        }
    }
}

package dev.drydock.authoring;

import dev.drydock.command.Refusal;
import dev.drydock.instance.DataDirectory;
import dev.drydock.instance.DataDirectoryException;
import dev.drydock.instance.InstanceId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The data directories of proofs. Each is locked while its proof runs; one that is not has been left by a proof that was killed, and
 * tells the next one what to clean away.
 */
record Rooms(Path directory) {

    /** One proof's data directory. */
    record Room(DataDirectory data) {

        void remove() {
            Rooms.remove(data);
        }
    }

    /** Below the system's temporary directory, in a directory that nobody else can write to. */
    static Rooms ofThisUser() {
        Path directory =
                Path.of(System.getProperty("java.io.tmpdir"), "drydock-proofs-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(directory);
            if (!Files.getOwner(directory).equals(Files.getOwner(Path.of("/proc/self")))) {
                throw new Refusal(directory + " belongs to somebody else", "remove it, or set TMPDIR for java");
            }
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return new Rooms(directory);
        } catch (IOException e) {
            throw new Refusal(directory + " cannot be used: " + e.getMessage(), "make it writable for this user");
        }
    }

    /** A new room, once everything has been cleaned up that killed proofs have left. */
    Room enter(Consumer<InstanceId> cleaner) {
        synchronized (Rooms.class) {
            try (FileChannel door =
                    FileChannel.open(directory.resolve("door"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                door.lock();
                abandoned(cleaner);
                return new Room(DataDirectory.open(Files.createTempDirectory(directory, "proof-")));
            } catch (IOException e) {
                throw new Refusal(directory + " cannot be used: " + e.getMessage(), "make it writable for this user");
            }
        }
    }

    private void abandoned(Consumer<InstanceId> cleaner) {
        for (Path room : rooms()) {
            try (DataDirectory data = DataDirectory.open(room)) {
                cleaner.accept(data.id());
                remove(data);
            } catch (DataDirectoryException stillInUse) {
                // Its proof is running.
            }
        }
    }

    private List<Path> rooms() {
        try (Stream<Path> rooms = Files.list(directory)) {
            return rooms.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void remove(DataDirectory data) {
        try (data;
                Stream<Path> files = Files.walk(data.path())) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The next proof finds it abandoned and tries again.
        }
    }
}

package dev.drydock.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The directory with everything this instance keeps outside the engine: {@code instance} (its id), {@code drydock.db}
 * (people and progress), {@code sign-in/} (one-time tokens), {@code access-code} (of a classroom) and {@code lock}, held
 * while a server uses it. Only its owner can enter it.
 */
public final class DataDirectory implements AutoCloseable {

    /** The name of the database in a data directory. */
    public static final String DATABASE = "drydock.db";

    private final Path path;
    private final InstanceId id;
    private final FileChannel lockChannel;

    private DataDirectory(Path path, InstanceId id, FileChannel lockChannel) {
        this.path = path;
        this.id = id;
        this.lockChannel = lockChannel;
    }

    /**
     * Opens the directory, making what is missing, and holds its lock until closed.
     *
     * @throws DataDirectoryException if it cannot be written or another server is using it
     */
    public static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        FileChannel lock = hold(path);
        try {
            Files.createDirectories(path.resolve("sign-in"));
            return new DataDirectory(path, readOrMakeId(path.resolve("instance")), lock);
        } catch (IOException e) {
            close(lock);
            throw DataDirectoryException.unusable(path, e);
        } catch (RuntimeException e) {
            close(lock);
            throw e;
        }
    }

    /**
     * Holds the lock of a directory, made where there is none, without looking at what else is in it; until closed no server can
     * use it.
     *
     * @throws DataDirectoryException if it cannot be written or a server is using it
     */
    public static FileChannel hold(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                throw DataDirectoryException.inUse(path);
            }
            return channel;
        } catch (IOException e) {
            close(channel);
            throw DataDirectoryException.unusable(path, e);
        } catch (RuntimeException e) {
            close(channel);
            throw e;
        }
    }

    /**
     * The id in a directory, whoever uses it.
     *
     * @throws IllegalArgumentException if what is there is none
     */
    public static InstanceId idIn(Path directory) throws IOException {
        return new InstanceId(Files.readString(directory.resolve("instance")).strip());
    }

    public Path path() {
        return path;
    }

    public InstanceId id() {
        return id;
    }

    /** Where the database lies; it need not be there yet. */
    public Path database() {
        return path.resolve(DATABASE);
    }

    /** Where one-time sign-in tokens lie, each a file named by the token's SHA-256 in hex that says whom it signs in. */
    public Path signInTokens() {
        return path.resolve("sign-in");
    }

    /** Where the code lies by which people join the classroom, in a line of text; it need not be there. */
    public Path accessCode() {
        return path.resolve("access-code");
    }

    /** Is there once the instructor has signed in by a printed address; the launcher looks for it. */
    public Path instructorHasCome() {
        return path.resolve("instructor-has-come");
    }

    @Override
    public void close() {
        close(lockChannel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static InstanceId readOrMakeId(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[6];
            new SecureRandom().nextBytes(random);
            Path written = file.resolveSibling("instance.new");
            Files.writeString(written, HexFormat.of().formatHex(random) + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return idIn(Objects.requireNonNull(file.getParent()));
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

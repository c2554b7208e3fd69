package dev.drydock.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a few megabytes, in memory, that a test can fill up. It takes root. */
public final class SmallDisk implements AutoCloseable {

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Whether one can be had here. */
    public static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Mounts one. */
    public static SmallDisk mount(int megabytes) {
        try {
            Path directory = Files.createTempDirectory("disk");
            run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "small-disk", directory.toString());
            return new SmallDisk(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    /** Takes all the room that there is. */
    public void fill() {
        byte[] some = new byte[4096];
        try (OutputStream file = Files.newOutputStream(filling())) {
            while (true) {
                file.write(some);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** Gives it back. */
    public void clear() {
        try {
            Files.deleteIfExists(filling());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filling() {
        return directory.resolve("filling");
    }

    @Override
    public void close() {
        run("umount", "--lazy", directory.toString());
        Host.delete(directory);
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command[0] + " ran", e);
        }
    }
}

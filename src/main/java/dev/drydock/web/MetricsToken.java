package dev.drydock.web;

import dev.drydock.instance.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** What whoever reads the metrics has to show: the text of {@code metrics-token} in the data directory, which its owner alone can read. */
@Component
class MetricsToken {

    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    private final byte[] token;

    MetricsToken(DataDirectory directory) {
        this.token = readOrMake(directory.path().resolve("metrics-token"));
    }

    /** Whether an Authorization header shows it. */
    boolean isIn(String header) {
        return header.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            String text = Files.readString(file).strip();
            if (text.length() < BYTES) {
                throw new IllegalStateException("The token in " + file + " is shorter than " + BYTES
                        + " characters, which can be guessed. Remove the file, and the next start makes another.");
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The metrics' token cannot be read or made: " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path written = file.resolveSibling("metrics-token.new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, HexFormat.of().formatHex(random) + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

package dev.drydock.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tokens in printed addresses. Each is a file named by the token's SHA-256, put there by the launcher, which so proves that it may
 * write to the data directory; what it holds says whom it signs in. Removing the file uses the token up: the file system lets exactly
 * one of several attempts succeed.
 */
final class OneTimeTokens {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final Path directory;
    private final BelievedTime clock;

    OneTimeTokens(Path directory, BelievedTime clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Whom a token signs in. */
    enum Kind {
        JUST_ME(""),
        INSTRUCTOR("instructor");

        private final String content;

        Kind(String content) {
            this.content = content;
        }

        private static Optional<Kind> of(String content) {
            return Arrays.stream(values())
                    .filter(kind -> kind.content.equals(content))
                    .findFirst();
        }
    }

    /** Uses the token up. Nothing if it is unknown, used or too old, which look the same from here. */
    Optional<Kind> redeem(String token) {
        removeExpired();
        Path file = directory.resolve(Sha256.hex(token));
        try {
            String content = Files.readString(file).strip();
            Files.delete(file);
            return Kind.of(content);
        } catch (NoSuchFileException unknownOrUsed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use up the sign-in token in " + directory, e);
        }
    }

    private void removeExpired() {
        Instant oldest = clock.earliest().minus(LIFETIME);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                removeIfBefore(oldest, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clean up the sign-in tokens in " + directory, e);
        }
    }

    private static void removeIfBefore(Instant oldest, Path file) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException usedMeanwhile) {
            // Another sign-in was quicker, which is as good.
        }
    }
}

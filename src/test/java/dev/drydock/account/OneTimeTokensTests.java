package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.account.OneTimeTokens.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTimeTokensTests {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path directory;

    private Instant wall = NOW;
    private OneTimeTokens tokens;

    @BeforeEach
    void make() {
        tokens = new OneTimeTokens(directory, new BelievedTime(() -> wall, () -> 0));
    }

    @Test
    void redeemWhenTheClockHasJumpedByAYearSucceeds() throws IOException {
        drop("token", NOW);
        wall = NOW.plus(Duration.ofDays(365));
        assertThat(tokens.redeem("unknown")).isEmpty();
        wall = NOW.minus(Duration.ofDays(365));

        assertThat(tokens.redeem("token")).isPresent();
    }

    @Test
    void redeemSucceedsOnce() throws IOException {
        drop("token", NOW);

        assertThat(tokens.redeem("token")).contains(Kind.JUST_ME);
        assertThat(tokens.redeem("token")).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void redeemSaysWhomTheTokenSignsInAndNobodyWhereItDoesNotKnow() throws IOException {
        Files.writeString(drop("instructor's", NOW), "instructor\n");
        Files.setLastModifiedTime(directory.resolve(Sha256.hex("instructor's")), FileTime.from(NOW));
        Files.writeString(drop("later's", NOW), "emperor\n");
        Files.setLastModifiedTime(directory.resolve(Sha256.hex("later's")), FileTime.from(NOW));

        assertThat(tokens.redeem("instructor's")).contains(Kind.INSTRUCTOR);
        assertThat(tokens.redeem("later's")).isEmpty();
    }

    @Test
    void redeemWhenJustWithinLifetimeSucceeds() throws IOException {
        drop("token", NOW.minus(OneTimeTokens.LIFETIME));

        assertThat(tokens.redeem("token")).isPresent();
    }

    @Test
    void redeemWhenTooOldFails() throws IOException {
        drop("token", NOW.minus(OneTimeTokens.LIFETIME).minusSeconds(1));

        assertThat(tokens.redeem("token")).isEmpty();
    }

    @Test
    void redeemRemovesWhatIsTooOldAndKeepsTheRest() throws IOException {
        Path old = drop("old", NOW.minus(OneTimeTokens.LIFETIME).minusSeconds(1));
        Path fresh = drop("fresh", NOW);

        assertThat(tokens.redeem("unknown")).isEmpty();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void redeemBySeveralAtOnceSucceedsForExactlyOne() throws Exception {
        int attempts = 4;
        CyclicBarrier start = new CyclicBarrier(attempts);
        try (ExecutorService threads = Executors.newFixedThreadPool(attempts)) {
            for (int round = 0; round < 500; round++) {
                String token = "token " + round;
                drop(token, NOW);
                Callable<Boolean> attempt = () -> {
                    start.await();
                    return tokens.redeem(token).isPresent();
                };
                int successes = 0;
                for (Future<Boolean> outcome : threads.invokeAll(Collections.nCopies(attempts, attempt))) {
                    successes += outcome.get() ? 1 : 0;
                }
                assertThat(successes).as("successes in round %d", round).isEqualTo(1);
            }
        }
    }

    private Path drop(String token, Instant when) throws IOException {
        Path file = Files.createFile(directory.resolve(Sha256.hex(token)));
        return Files.setLastModifiedTime(file, FileTime.from(when));
    }
}

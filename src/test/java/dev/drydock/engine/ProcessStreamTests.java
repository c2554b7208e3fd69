package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.Engine.Command;
import dev.drydock.engine.Engine.RunningCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams of processes in a real container. */
@Tag("contract")
class ProcessStreamTests {

    private static final String NOBODY = "65534:65534";
    private static final Engine engine = new DockerEngine(EngineSocket.parse("unix:///var/run/docker.sock"));
    private static ContainerId container;

    @BeforeAll
    static void start() {
        container = engine.create(ContainerSpec.of("debian:trixie-slim")
                .entrypoint("sleep", "600")
                .labels(Map.of("dev.drydock.instance", "0e57e57e57e5"))
                .build());
        engine.start(container);
    }

    @AfterAll
    static void remove() {
        engine.remove(container);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255})
    void stdoutWhenFirstByteLooksLikeAHeaderIsStillExact(int first) throws IOException {
        byte[] sent = new byte[300_000];
        new Random(first).nextBytes(sent);
        sent[0] = (byte) first;
        assertThat(throughCat(sent)).isEqualTo(sent);
    }

    @Test
    void stdinWhenClosedEndsTheProcessButNotItsOutput() throws IOException {
        try (RunningCommand sort = engine.run(container, Command.of(NOBODY, "sort"))) {
            sort.streams().stdin().write("b\na\n".getBytes(StandardCharsets.UTF_8));
            assertThat(sort.finish(100).stdoutText()).isEqualTo("a\nb\n");
        }
    }

    @Test
    void finishKeepsStderrApartAndReturnsTheExitCode() {
        try (RunningCommand command =
                engine.run(container, Command.of(NOBODY, "sh", "-c", "echo out; echo err >&2; exit 7"))) {
            ProcessResult result = command.finish(100);
            assertThat(result.stdoutText()).isEqualTo("out\n");
            assertThat(result.stderrText()).isEqualTo("err\n");
            assertThat(result.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void finishWhenThereIsMoreThanAskedForCountsWhatItDrops() {
        try (RunningCommand command = engine.run(
                container, Command.of(NOBODY, "sh", "-c", "head -c 1000000 /dev/zero; head -c 100000 /dev/zero >&2"))) {
            ProcessResult result = command.finish(1000);
            assertThat(result.stdout()).hasSize(1000);
            assertThat(result.stderr()).hasSize(64 * 1024);
            assertThat(result.droppedBytes()).isEqualTo(999_000 + 100_000 - 64 * 1024);
        }
    }

    @Test
    void readingWhenNobodyReadsHoldsTheProcessBack() throws Exception {
        String counter = "/tmp/written-" + System.nanoTime();
        String script = "i=0; while :; do head -c 100000 /dev/zero; i=$((i+1)); echo $i > " + counter + "; done";
        try (RunningCommand endless = engine.run(container, Command.of(NOBODY, "sh", "-c", script))) {
            assertThat(endless.streams().stdout().read()).isZero();
            long before = settled(counter);
            assertThat(before).isPositive();
            // It goes on as soon as somebody reads again.
            endless.streams().stdout().readNBytes((int) (before * 100_000 + 1_000_000));
            assertThat(settled(counter)).isGreaterThan(before);
        }
    }

    @Test
    void closeWhenAReaderWaitsLetsItGo() throws Exception {
        RunningCommand silent = engine.run(container, Command.of(NOBODY, "sleep", "60"));
        int[] read = new int[1];
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                read[0] = silent.streams().stdout().read();
            } catch (IOException e) {
                read[0] = -2;
            }
        });
        Thread.sleep(50);
        silent.close();
        reader.join();
        assertThat(read[0]).isNegative();
    }

    private static byte[] throughCat(byte[] sent) throws IOException {
        try (RunningCommand cat = engine.run(container, Command.of(NOBODY, "cat"))) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    cat.streams().stdin().write(sent);
                    cat.streams().stdin().close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            byte[] received = cat.streams().stdout().readAllBytes();
            writer.join();
            return received;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The counter once it has not moved for a while. */
    private static long settled(String counter) throws InterruptedException {
        long[] seen = {-1, -2, -3, -4};
        while (Arrays.stream(seen).distinct().count() > 1) {
            Thread.sleep(150);
            System.arraycopy(seen, 0, seen, 1, seen.length - 1);
            try (RunningCommand cat = engine.run(container, Command.of(NOBODY, "cat", counter))) {
                seen[0] = Long.parseLong("0" + cat.finish(100).stdoutText().strip());
            }
        }
        return seen[0];
    }
}

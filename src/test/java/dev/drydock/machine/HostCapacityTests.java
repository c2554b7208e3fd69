package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class HostCapacityTests {

    @TempDir
    Path proc;

    @TempDir
    Path disk;

    /** Other tests of the same JVM may have made everything quieter. */
    @BeforeEach
    void hearWarnings() {
        ((Logger) LoggerFactory.getLogger("dev.drydock.machine")).setLevel(Level.INFO);
    }

    @BeforeEach
    void aHostWithRoom() throws IOException {
        memory("2000000");
        Files.writeString(proc.resolve("loadavg"), "0.10 0.20 0.30 2/500 4711\n");
        Files.createDirectories(proc.resolve("sys/kernel"));
        Files.writeString(proc.resolve("sys/kernel/pid_max"), "32768\n");
        Files.writeString(proc.resolve("sys/kernel/threads-max"), "20000\n");
    }

    @Test
    void hostWithEnoughOfEverythingLacksNothing() {
        assertThat(capacity(DataSize.ofMegabytes(1)).shortage()).isEmpty();
    }

    @Test
    void hostWithLittleMemoryAvailableIsShortOfMemory() throws IOException {
        memory("393215");
        assertThat(capacity(DataSize.ofMegabytes(1)).shortage()).contains(Shortage.MEMORY);
        memory("393216");
        assertThat(capacity(DataSize.ofMegabytes(1)).shortage()).isEmpty();
    }

    @Test
    void hostWithManyProcessesIsShortOfProcesses() throws IOException {
        Files.writeString(proc.resolve("loadavg"), "0.10 0.20 0.30 2/18977 4711\n");
        assertThat(capacity(DataSize.ofMegabytes(1)).shortage()).contains(Shortage.PROCESSES);
        Files.writeString(proc.resolve("sys/kernel/threads-max"), "190000\n");
        assertThat(capacity(DataSize.ofMegabytes(1)).shortage()).isEmpty();
    }

    @Test
    void hostWithAFullDiskIsShortOfDisk() {
        assertThat(capacity(DataSize.ofTerabytes(900_000)).shortage()).contains(Shortage.DISK);
    }

    @Test
    void kernelsOwnFilesAreReadWhole() throws Exception {
        Path kernel = Path.of("/proc");
        HostCapacity capacity =
                new HostCapacity(properties(DataSize.ofBytes(0)), kernel, new HostDisk(() -> disk, Runnable::run));
        assertThat(capacity.mostProcesses())
                .isEqualTo(Math.min(said("/proc/sys/kernel/pid_max"), said("/proc/sys/kernel/threads-max")));
        assertThat(capacity.shortage()).as("on the host of these tests").isEmpty();
    }

    private static long said(String file) throws IOException {
        Process cat = new ProcessBuilder("cat", file).start();
        return Long.parseLong(new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    @Test
    void whatCannotBeSeenIsTakenForEnough() {
        MachinesProperties properties = properties(DataSize.ofTerabytes(900_000));
        Path nothing = proc.resolve("nothing");
        assertThat(new HostCapacity(properties, nothing, new HostDisk(() -> nothing, Runnable::run)).shortage())
                .isEmpty();
    }

    @Test
    void diskThatCannotBeSeenIsToldOnceWithTheRemedy(CapturedOutput output) {
        HostDisk unseen = new HostDisk(() -> disk.resolve("elsewhere"), Runnable::run);

        assertThat(unseen.free()).isEqualTo(Long.MAX_VALUE);
        assertThat(unseen.free()).isEqualTo(Long.MAX_VALUE);

        assertThat(output.getOut())
                .containsOnlyOnce("elsewhere cannot be seen from here")
                .contains("drydock.engine.data-root");
    }

    @Test
    void freeWhileTheEngineDoesNotAnswerIsNotBoundedAndHoldsNobodyUp() throws Exception {
        CompletableFuture<Path> answer = new CompletableFuture<>();
        AtomicInteger asked = new AtomicInteger();
        HostDisk slow = new HostDisk(
                () -> {
                    asked.incrementAndGet();
                    return answer.join();
                },
                task -> Thread.ofVirtual().start(task));
        assertThat(CompletableFuture.supplyAsync(slow::free).get(10, TimeUnit.SECONDS))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(CompletableFuture.supplyAsync(slow::free).get(10, TimeUnit.SECONDS))
                .isEqualTo(Long.MAX_VALUE);
        answer.complete(disk);
        Patience.until("it is known where the disk is", () -> slow.free() < Long.MAX_VALUE);
        assertThat(asked).as("how often the engine was asked").hasValue(1);
    }

    @Test
    void timesThatContradictEachOtherAreRefusedByName() {
        assertThatThrownBy(() -> properties(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ZERO))
                .hasMessage(
                        "drydock.machines.pause-after is 30 s, but open terminals report only every 15 s. Give at least 60s.");
        assertThatThrownBy(() -> properties(Duration.ofHours(2), Duration.ofHours(1), Duration.ZERO))
                .hasMessage(
                        "drydock.machines.stop-after (3600 s) is shorter than drydock.machines.pause-after (7200 s)."
                                + " Give the same or more.");
        assertThatThrownBy(() -> properties(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(-1)))
                .hasMessage("drydock.machines.expire-after is -86400 s. Give 0 or more, such as 30m or 7d.");
    }

    private void memory(String kilobytes) throws IOException {
        Files.writeString(
                proc.resolve("meminfo"), "MemTotal:        8000000 kB\nMemAvailable:    " + kilobytes + " kB\n");
    }

    private HostCapacity capacity(DataSize reserveDisk) {
        return new HostCapacity(properties(reserveDisk), proc, new HostDisk(() -> disk, Runnable::run));
    }

    private static MachinesProperties properties(DataSize reserveDisk) {
        return new MachinesProperties(
                0,
                0,
                4,
                Duration.ZERO,
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                4,
                DataSize.ofMegabytes(384),
                reserveDisk,
                1024);
    }

    private static MachinesProperties properties(Duration pause, Duration stop, Duration expire) {
        DataSize none = DataSize.ofBytes(0);
        return new MachinesProperties(0, 0, 4, Duration.ZERO, pause, stop, expire, Duration.ZERO, 4, none, none, 0);
    }
}

package dev.drydock.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import dev.drydock.journey.Host;
import dev.drydock.journey.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small classes on a server and machines of their own, played by the command in a process of its own, as the launcher starts it. */
@Tag("contract")
class RehearsalTests {

    private static final long LIMIT_SECONDS = 240;

    private final InstanceId instance =
            new InstanceId("7e57%08x".formatted(ThreadLocalRandom.current().nextInt()));

    @TempDir
    private Path data;

    private Path said;
    private int port;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(data.resolve("instance"), instance + "\n");
        said = data.resolve("said");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void remove() {
        new Host(instance.value()).removeEverything();
    }

    @Test
    void classOfTwoDoesEverythingWithoutAFailure() throws Exception {
        Path report = data.resolve("report.json");

        Process rehearsal = rehearse("--learners", "2", "--minutes", "0.5", "--pace", "2", "--json", report.toString());
        await(rehearsal);

        assertThat(said())
                .contains("· 1 learners: ", "· 2 learners: ", "verdict: ")
                .contains("lesson page  ", "terminal ready  ", "echo  ", "docker run  ", "check  ")
                .doesNotContain("failed: ");
        assertThat(Files.readString(report)).contains("\"failures\":0", "\"learners\":2");
    }

    @Test
    void classWhoseServerIsKilledLosesNothing() throws Exception {
        Process trial = rehearse("--learners", "2", "--kills", "2");
        await(trial);

        assertThat(said()).contains("verdict: 2 kills", "lost: 0 results, 0 shells, output of 0 terminals; leaks: 0");
        assertThat(trial.exitValue()).isZero();
    }

    @Test
    void shellThatEndsMeanwhileIsCountedAsLost() throws Exception {
        Process trial = rehearse("--learners", "1", "--kills", "2");
        Patience.until("the learner is at work", () -> said().contains("are at work"));

        Engine engine = Engine.at("unix:///var/run/docker.sock");
        ContainerSummary machine = engine.containers(
                        Map.of(InstanceId.LABEL, instance.value(), "dev.drydock.role", "machine"))
                .getFirst();
        engine.stop(machine.id(), Duration.ofSeconds(10));
        await(trial);

        assertThat(said()).contains("lost: learner 1: another shell", "1 shells");
        assertThat(trial.exitValue()).isEqualTo(1);
    }

    private Process rehearse(String... arguments) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.drydock.Drydock");
        List<String> server = new ArrayList<>(java);
        server.addAll(List.of(
                "--server.port=" + port,
                "--drydock.data=" + data,
                "--drydock.lessons=lessons",
                "--drydock.machine.image=" + Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev"),
                "--drydock.mirror.image=" + Host.image("DRYDOCK_MIRROR_IMAGE", "drydock/mirror:dev")));
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("rehearse", "--data", data.toString(), "--address", "http://127.0.0.1:" + port));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("DRYDOCK_COMMAND", String.join("\n", server));
        return builder.start();
    }

    private void await(Process rehearsal) throws InterruptedException {
        try {
            assertThat(rehearsal.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("ended. It said: " + said())
                    .isTrue();
        } finally {
            rehearsal.destroy();
            rehearsal.waitFor();
        }
    }

    private String said() {
        try {
            return Files.exists(said) ? Files.readString(said) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

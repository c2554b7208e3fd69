package dev.drydock.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import dev.drydock.journey.Host;
import dev.drydock.journey.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small classes on a server and machines of their own. */
@Tag("contract")
class RehearsalTests {

    private final Engine engine = Engine.at("unix:///var/run/docker.sock");
    private final HttpClient client = Browser.client();
    private final StringWriter words = new StringWriter();
    private final InstanceId instance =
            new InstanceId("7e57%08x".formatted(ThreadLocalRandom.current().nextInt()));

    @TempDir
    private Path data;

    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(data.resolve("instance"), instance + "\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.drydock.Drydock",
                "--server.port=" + port,
                "--drydock.data=" + data,
                "--drydock.lessons=lessons",
                "--drydock.machine.image=" + Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev"),
                "--drydock.mirror.image=" + Host.image("DRYDOCK_MIRROR_IMAGE", "drydock/mirror:dev"));
        server = new ServerProcess(command, data, URI.create("http://127.0.0.1:" + port), client);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        new Host(instance.value()).removeEverything();
    }

    @Test
    void classOfTwoDoesEverythingWithoutAFailure() {
        Report report = new Rehearsal(client, server, data, instance, new PrintWriter(words))
                .hold(2, Duration.ofSeconds(40), Duration.ofSeconds(2));

        assertThat(report.whole().words()).isEmpty();
        assertThat(report.whole().spreads()).containsOnlyKeys(Action.values());
        assertThat(report.steps()).extracting(Step::learners).containsExactly(1, 2);
        assertThat(words.toString()).contains("· 1 learners: lesson page p95", "· 2 learners: lesson page p95");
    }

    @Test
    void classWhoseServerIsKilledLosesNothing() {
        assertThat(trial(2, 2)).as(words.toString()).isTrue();
        assertThat(words.toString())
                .contains("verdict: 2 kills", "lost: 0 results, 0 shells, output of 0 terminals; leaks: 0");
    }

    @Test
    void shellThatEndsMeanwhileIsCountedAsLost() {
        CompletableFuture<Boolean> trial = CompletableFuture.supplyAsync(() -> trial(1, 3));
        Patience.until("the learner is at work", () -> words.toString().contains("are at work"));

        ContainerSummary machine = engine.containers(
                        Map.of(InstanceId.LABEL, instance.value(), "dev.drydock.role", "machine"))
                .getFirst();
        engine.stop(machine.id(), Duration.ofSeconds(10));

        assertThat(trial.join()).as(words.toString()).isFalse();
        assertThat(words.toString()).contains("lost: learner 1: another shell", "1 shells");
    }

    private boolean trial(int learners, int kills) {
        return new CrashTrial(client, server, data, instance, engine, new PrintWriter(words, true))
                .hold(learners, kills);
    }
}

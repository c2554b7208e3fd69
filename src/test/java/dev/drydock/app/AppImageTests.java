package dev.drydock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import dev.drydock.journey.Host;
import dev.drydock.journey.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The classroom from its image, as somebody starts it who has nothing but an engine. */
@Tag("contract")
class AppImageTests {

    private static final String SOCKET = "/var/run/docker.sock";
    private static final String INSTANCE =
            "7e57%08x".formatted(ThreadLocalRandom.current().nextInt());
    private static final String TOKEN = "a-token-that-only-this-test-knows";

    private static GenericContainer<?> app;

    @BeforeAll
    @SuppressWarnings("resource") // stopped at the end
    static void start() {
        app = new GenericContainer<>(DockerImageName.parse(Host.image("DRYDOCK_APP_IMAGE", "drydock/app:dev")))
                .withImagePullPolicy(name -> false)
                .withEnv("DRYDOCK_MACHINE_IMAGE", Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev"))
                .withEnv("DRYDOCK_MIRROR_IMAGE", Host.image("DRYDOCK_MIRROR_IMAGE", "drydock/mirror:dev"))
                // Testcontainers' own way to mount a file first pulls an image to try it out.
                .withCreateContainerCmdModifier(create ->
                        Objects.requireNonNull(create.getHostConfig()).withBinds(Bind.parse(SOCKET + ":" + SOCKET)))
                .withCopyToContainer(Transferable.of(INSTANCE + "\n"), "/var/lib/drydock/instance")
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/actuator/health").forStatusCode(200));
        app.start();
    }

    @AfterAll
    static void stop() {
        app.stop();
        new Host(INSTANCE).removeEverything();
    }

    @Test
    void startedWithNothingButTheSocketItAsksForTheAddressThatWasPrinted() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Open the address that Drydock printed");
    }

    @Test
    void tokenThatIsMadeInsideSignsInAndTheFirstLessonIsThere() throws IOException, InterruptedException {
        inside("sh", "-c", "touch /var/lib/drydock/sign-in/$(printf %s '" + TOKEN + "' | sha256sum | cut -d' ' -f1)");
        Visitor learner = Visitor.signedIn(origin(), origin() + "/sign-in?token=" + TOKEN);

        HttpResponse<String> lesson = learner.get("/courses/docker-basics/lessons/01-first-container");

        assertThat(lesson.statusCode()).isEqualTo(200);
        assertThat(lesson.body()).contains("Your first container", "<lab-terminal", "task-run-hello");
        assertThat(get("/webjars/@xterm/xterm/lib/xterm.mjs").statusCode()).isEqualTo(200);
        assertThat(get("/assets/page/main.js").statusCode()).isEqualTo(200);
    }

    private static String inside(String... command) throws IOException, InterruptedException {
        ExecResult result = app.execInContainer(command);
        assertThat(result.getExitCode()).as(result.getStderr()).isZero();
        return result.getStdout();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + path))
                    .header("Accept", "text/html")
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static String origin() {
        return "http://127.0.0.1:" + app.getMappedPort(8080);
    }
}

package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.instance.PostgresServer;
import dev.drydock.journey.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A server whose PostgreSQL goes away and comes back. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTests {

    private static PostgresServer postgres;
    private static TestServer server;
    private static String cookie;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        postgres = PostgresServer.start();
        server = TestServer.start(
                data,
                "--drydock.database.url=" + postgres.newDatabase(),
                "--drydock.database.user=" + PostgresServer.USER,
                "--drydock.database.password=" + PostgresServer.PASSWORD);
        cookie = server.signedIn();
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.close();
    }

    @Test
    void pagesSaySoAndComeBackByThemselvesWithEverybodySignedIn(CapturedOutput output) throws IOException {
        assertThat(page("en").status()).isEqualTo(200);

        postgres.stop();

        expectAway(page("en"), "en");
        expectAway(page("ko"), "ko");
        Answer json = server.get("/test/page", cookie, "Accept: application/json");
        assertThat(json.status()).isEqualTo(503);
        assertThat(json.body()).contains("\"reason\":\"" + message("reason", "en"));
        expectAway(server.get("/sign-in?token=" + server.newToken(), "Accept: text/html", "Accept-Language: en"), "en");
        assertThat(server.get("/sign-in", "Accept: text/html").status()).isEqualTo(401);
        assertThat(server.get("/assets/none.js", cookie, "Accept: text/html").status())
                .isEqualTo(404);
        assertThat(server.get("/actuator/health/liveness", cookie, "Accept: text/html")
                        .status())
                .isEqualTo(406);
        assertThat(server.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(server.get("/actuator/health").status()).isEqualTo(503);

        postgres.startAgain();

        Patience.until("the page is shown again", () -> page("en").status() == 200);
        assertThat(output.toString().split("Pages that need it say", -1))
                .as("it is told once")
                .hasSize(2);
        assertThat(output).contains("drydock.database.url").doesNotContain(PostgresServer.PASSWORD, "\tat dev.drydock");
    }

    private static Answer page(String language) {
        try {
            return server.get("/test/page", cookie, "Accept: text/html", "Accept-Language: " + language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expectAway(Answer answer, String language) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body())
                .contains("lang=\"" + language + "\"", "status=503")
                .contains("reason=" + message("reason", language), "remedy=" + message("remedy", language))
                .doesNotContain("Exception", "127.0.0.1", "refused");
    }

    private static String message(String which, String language) {
        return ResourceBundle.getBundle(
                        "messages/web",
                        language.equals("en") ? Locale.ROOT : Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))
                .getString("error.database." + which);
    }
}

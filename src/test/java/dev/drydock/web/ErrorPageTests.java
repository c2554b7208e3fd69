package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageTests {

    private static TestServer server;
    private static String cookie;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        server = TestServer.start(data);
        cookie = server.signedIn();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void pageWhenNothingIsThereReturnsReasonAndRemedyInTheReadersLanguage(String language) throws IOException {
        Answer answer = server.get("/nowhere", cookie, "Accept: text/html", "Accept-Language: " + language);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .contains("lang=\"" + language + "\"")
                .contains("status=404")
                .contains("reason=" + message("error.404.reason", language))
                .contains("remedy=" + message("error.404.remedy", language));
    }

    @ParameterizedTest
    @CsvSource({"/test/missing, 404", "/test/broken, 500", "/assets/none.js, 404"})
    void pageWhenHandlerFailsTellsNoDetail(String path, int status) throws IOException {
        Answer answer = server.get(path, cookie, "Accept: text/html");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body())
                .contains("status=" + status)
                .doesNotContain("secret detail", "Exception", "dev.drydock");
    }

    @Test
    void answerWhenJsonIsAskedForIsJson() throws IOException {
        Answer answer = server.get("/nowhere", cookie, "Accept: application/json");

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).contains("\"status\":404", "\"reason\":", "\"remedy\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: */*", "X-Accept: none", "Accept: text/javascript", "Accept: nonsense"})
    void answerWhenNoPageIsAskedForIsPlainText(String accept) throws IOException {
        Answer answer = server.get("/test/broken", cookie, accept);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).startsWith(message("error.5xx.reason", "en"));
    }

    @Test
    void pageWhenMethodIsWrongReturnsMethodNotAllowed() throws IOException {
        assertThat(server.get("/test/form", cookie, "Accept: text/html").status())
                .isEqualTo(405);
    }

    @Test
    void pageWhenAskedForDirectlyIsNotThere() throws IOException {
        assertThat(server.get("/error", "Accept: text/html").status()).isEqualTo(404);
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        assertThat(bundle("ko").keySet()).isEqualTo(bundle("en").keySet());
    }

    private static String message(String key, String language) {
        return bundle(language).getString(key);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "messages/web",
                language.equals("en") ? Locale.ROOT : Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }
}

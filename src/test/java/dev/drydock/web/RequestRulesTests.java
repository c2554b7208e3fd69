package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTests {

    private static TestServer server;
    private static String cookie;
    private static String field;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        server = TestServer.start(data, "--drydock.hosts=Class.example.org,192.0.2.7");
        cookie = server.signedIn();
        field = Forms.hiddenField(server.get("/test/page", cookie));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost:8080", "LOCALHOST:1", "[::1]:8080", "class.example.org", "192.0.2.7:80"})
    void requestWhenHostIsOursReturnsPage(String host) throws IOException {
        assertThat(server.get("/test/name", cookie, "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "192.0.2.8", "[::2]"})
    void requestWhenHostIsForeignReturnsMisdirectedRequestAndNamesTheProperty(String host) throws IOException {
        Answer answer = server.get("/test/name", cookie, "Host: " + host);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).contains("drydock.hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in?token=x", "/assets/sample.js", "/actuator/health", "/error"})
    void requestWhenHostIsForeignIsRefusedOnPublicPathsToo(String path) throws IOException {
        assertThat(server.get(path, "Host: evil.example").status()).isEqualTo(421);
    }

    @Test
    void socketWhenHostIsForeignIsRefused() throws IOException {
        assertThat(server.openSocket(cookie, "Host: evil.example", "Origin: http://evil.example")
                        .status())
                .isEqualTo(421);
    }

    @Test
    void postWhenOriginIsOursAndFieldIsRightIsReceived() throws IOException {
        assertThat(server.post("/test/form", field, cookie, "Origin: " + server.origin())
                        .body())
                .isEqualTo("received");
    }

    @Test
    void postWhenTokenIsInHeaderIsReceived() throws IOException {
        String header = "X-CSRF-TOKEN: " + field.substring("_csrf=".length());

        assertThat(server.post("/test/form", "", cookie, header, "Origin: " + server.origin())
                        .body())
                .isEqualTo("received");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:1", "http://localhost", "null", ""})
    void postWhenOriginIsForeignReturnsForbidden(String origin) throws IOException {
        Answer answer = server.post("/test/form", field, cookie, "Origin: " + origin);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("another site");
    }

    @Test
    void postWhenSchemeOfOriginIsAnotherReturnsForbidden() throws IOException {
        assertThat(server.post("/test/form", field, cookie, "Origin: https://" + server.host())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_csrf=", "_csrf=x", "_csrf=AAAA"})
    void postWhenFieldIsMissingOrWrongReturnsForbidden(String wrong) throws IOException {
        assertThat(server.post("/test/form", wrong, cookie, "Origin: " + server.origin())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void postWhenFieldIsOfAnotherSessionReturnsForbidden() throws IOException {
        String another = server.signedIn();

        assertThat(server.post("/test/form", field, another, "Origin: " + server.origin())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void socketWhenOriginIsOursOpensAsTheLearner() throws IOException {
        Answer answer = server.openSocket(cookie, "Origin: " + server.origin());

        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.body()).endsWith("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin: http://evil.example", "Origin: http://127.0.0.1:1", "Origin: null", "X-Origin: none"})
    void socketWhenOriginIsForeignOrMissingReturnsForbidden(String origin) throws IOException {
        assertThat(server.openSocket(cookie, origin).status()).isEqualTo(403);
    }

    @Test
    void socketWhenNotSignedInReturnsUnauthorizedInPlainWords() throws IOException {
        Answer answer = server.openSocket("Origin: " + server.origin());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void pageWhenNotSignedInReturnsSignInPage() throws IOException {
        Answer answer = server.get("/test/page", "Accept: text/html,*/*;q=0.8");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("sign-in reason=missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/metrics", "/actuator/prometheus", "/actuator/env", "/nowhere", "/"})
    void pathWhenNotSignedInAndNotPublicReturnsUnauthorized(String path) throws IOException {
        assertThat(server.get(path).status()).isEqualTo(401);
    }

    @Test
    void metricsWhenSignedInAreRefused() throws IOException {
        assertThat(server.get("/actuator/prometheus", cookie).status()).isEqualTo(401);
        assertThat(server.get("/actuator/prometheus", cookie, "Authorization: Bearer x")
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/actuator/metrics", cookie).status()).isEqualTo(404);
    }

    @Test
    void metricsWithTheTokenFromTheDataDirectoryAreShown(@TempDir Path other) throws IOException {
        try (TestServer counted = TestServer.start(other)) {
            Path file = other.resolve("metrics-token");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String token = "Authorization: Bearer " + Files.readString(file).strip();
            Answer answer = counted.get("/actuator/prometheus", token, "Host: prometheus.example");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("jvm_memory_used_bytes");
            assertThat(counted.get("/actuator/prometheus", token.substring(0, token.length() - 1))
                            .status())
                    .isEqualTo(401);
            assertThat(counted.get("/actuator/env", token).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthWhenNotSignedInTellsTheStatusAndNoMore(String path) throws IOException {
        Answer health = server.get(path);

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("database", "diskSpace\":");
    }

    @Test
    void nothingEverMakesAnHttpSession() throws IOException {
        assertThat(server.get("/test/page", cookie).headers("Set-Cookie")).isEmpty();
        assertThat(server.get("/test/page", "Accept: text/html").headers("Set-Cookie"))
                .isEmpty();
        server.post("/test/form", "", cookie, "Origin: " + server.origin());
        server.openSocket(cookie, "Origin: " + server.origin());
        server.get("/test/broken", cookie, "Accept: text/html");

        assertThat(TestPages.HTTP_SESSIONS).hasValue(0);
    }
}

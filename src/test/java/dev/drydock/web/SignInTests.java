package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTests {

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void instructorsTokenSignsInTheInstructorAlsoWhereALearnerIs(@TempDir Path classroom) throws IOException {
        Files.writeString(classroom.resolve("access-code"), "7KQM-X2PD");
        try (TestServer open = TestServer.start(classroom, "--drydock.classroom.open=true")) {
            Answer learner = open.post("/sign-in/join", "code=7KQM-X2PD&name=Ada", "Origin: " + open.origin());
            String ada = "Cookie: " + learner.header("Set-Cookie").split(";")[0];
            String token = open.newToken();
            Files.writeString(open.tokenFile(token), "instructor");

            Answer answer = open.get("/sign-in?token=" + token, ada);

            assertThat(answer.header("Location")).isEqualTo("/teach");
            String instructor = "Cookie: " + answer.header("Set-Cookie").split(";")[0];
            assertThat(open.get("/test/name", instructor).body()).endsWith(" Instructor");
            assertThat(open.get("/test/name", ada).status()).isEqualTo(401);
            assertThat(open.get("/sign-in?token=" + token).body()).contains("reason=expired");
            assertThat(classroom.resolve("instructor-has-come")).exists();
        }
    }

    @Test
    void signInWhenTokenIsNewReturnsRedirectAndCookie() throws IOException {
        Answer answer = server.get("/sign-in?token=" + server.newToken());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie"))
                .matches(server.cookieName()
                        + "=[\\w-]{43}; Path=/; Max-Age=2592000; Expires=.*; HttpOnly; SameSite=Lax");
    }

    @Test
    void signInWhenTokenIsNewLetsTheBrowserIn() throws IOException {
        Answer answer = server.get("/test/name", server.signedIn());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(server.learners().justMe().id() + " Learner");
    }

    @Test
    void signInWhenTokenIsUsedReturnsUnauthorized() throws IOException {
        String token = server.newToken();
        server.get("/sign-in?token=" + token);

        Answer second = server.get("/sign-in?token=" + token);

        assertThat(second.status()).isEqualTo(401);
        assertThat(second.headers("Set-Cookie")).isEmpty();
        assertThat(second.body()).contains("reason=expired");
    }

    @Test
    void signInWhenTokenIsUsedBySeveralAtOnceLetsExactlyOneIn() throws Exception {
        for (int round = 0; round < 10; round++) {
            assertThat(useAtOnce(server.newToken(), 8)).containsOnlyOnce(303).hasSize(8);
        }
    }

    @Test
    void signInWhenTokenIsTooOldReturnsUnauthorizedAndRemovesIt() throws IOException {
        String token = server.newToken();
        Path file = server.tokenFile(token);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        Answer answer = server.get("/sign-in?token=" + token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("reason=expired");
        assertThat(file).doesNotExist();
    }

    @Test
    void signInWhenTokenIsMissingReturnsUnauthorized() throws IOException {
        Answer answer = server.get("/sign-in");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("reason=missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../instance", "%2e%2e%2finstance", "", "x"})
    void signInWhenTokenIsMadeUpTouchesNoFile(String token) throws IOException {
        assertThat(server.get("/sign-in?token=" + token).status()).isEqualTo(401);
    }

    @Test
    void signInWhenOnlyLookedAtKeepsTheToken() throws IOException {
        String token = server.newToken();

        Answer look = server.send("HEAD", "/sign-in?token=" + token, "");

        assertThat(look.headers("Set-Cookie")).isEmpty();
        assertThat(server.get("/sign-in?token=" + token).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Purpose: prefetch;prerender", "Purpose: prefetch", "X-Moz: prefetch"})
    void signInWhenPrefetchedKeepsTheToken(String header) throws IOException {
        String token = server.newToken();

        assertThat(server.get("/sign-in?token=" + token, header).status()).isEqualTo(503);

        assertThat(server.get("/sign-in?token=" + token).status()).isEqualTo(303);
    }

    @Test
    void signInWhenSignedInAndTokenIsUsedReturnsRedirect() throws IOException {
        String token = server.newToken();
        server.get("/sign-in?token=" + token);

        Answer answer = server.get("/sign-in?token=" + token, server.signedIn());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void signInWhenSignedInAndTokenIsNewKeepsTheSecretSoThatOpenPagesStillWork() throws IOException {
        String cookie = server.signedIn();

        Answer answer = server.get("/sign-in?token=" + server.newToken(), cookie);

        assertThat("Cookie: " + answer.header("Set-Cookie")).startsWith(cookie + ";");
    }

    @ParameterizedTest
    @CsvSource({
        "/courses/a/lessons/01-b, /courses/a/lessons/01-b",
        "//elsewhere.example, /",
        "/\\elsewhere.example, /",
        "https://elsewhere.example, /",
        "/a?b=c, /",
    })
    void signInLeadsOnlyToPagesOfOurOwn(String wanted, String location) throws IOException {
        Answer answer = server.get(
                "/sign-in?token=" + server.newToken() + "&to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));

        assertThat(answer.header("Location")).isEqualTo(location);
    }

    @Test
    void signOutEndsTheSession() throws IOException {
        String cookie = server.signedIn();
        String field = Forms.hiddenField(server.get("/test/page", cookie));

        Answer answer = server.post("/sign-out", field, cookie, "Origin: " + server.origin());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).contains(server.cookieName() + "=;", "Max-Age=0");
        assertThat(server.get("/test/name", cookie).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void requestWhenCookieIsMadeUpReturnsUnauthorized(String value) throws IOException {
        assertThat(server.get("/test/name", "Cookie: " + server.cookieName() + "=" + value)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void sessionOutlivesTheServer(@TempDir Path data) throws IOException {
        String cookie;
        String field;
        try (TestServer first = TestServer.start(data)) {
            cookie = first.signedIn();
            field = Forms.hiddenField(first.get("/test/page", cookie));
        }

        try (TestServer second = TestServer.start(data)) {
            assertThat(second.get("/test/name", cookie).status()).isEqualTo(200);
            assertThat(second.post("/test/form", field, cookie, "Origin: " + second.origin())
                            .body())
                    .isEqualTo("received");
        }
    }

    @Test
    void cookiesOfTwoInstancesOnOneHostDoNotMeet(@TempDir Path data) throws IOException {
        try (TestServer other = TestServer.start(data)) {
            String both = server.signedIn() + "; " + other.signedIn().substring("Cookie: ".length());

            assertThat(server.get("/test/name", both).status()).isEqualTo(200);
            assertThat(other.get("/test/name", both).status()).isEqualTo(200);
        }
    }

    private static List<Integer> useAtOnce(String token, int browsers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(browsers);
        Callable<Integer> use = () -> {
            start.await();
            return server.get("/sign-in?token=" + token).status();
        };
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> uses = new ArrayList<>();
            for (int i = 0; i < browsers; i++) {
                uses.add(threads.submit(use));
            }
            for (Future<Integer> status : uses) {
                statuses.add(status.get());
            }
        }
        return statuses;
    }
}

package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Joining a classroom by its access code, and coming back by a personal one. */
class JoinTests {

    private static final String ACCESS_CODE = "7KQM-X2PD";
    private static final Pattern PERSONAL_CODE =
            Pattern.compile("code=((?:[2-9A-HJKMNP-TW-Z]{4}-){3}[2-9A-HJKMNP-TW-Z]{4})");

    @TempDir
    Path data;

    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(data.resolve("access-code"), ACCESS_CODE + "\n");
        server = TestServer.start(data, "--drydock.classroom.open=true");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signInWhenClassroomIsOpenReturnsItsForm() throws IOException {
        Answer answer = server.get("/sign-in");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("classroom=true", "reason=missing");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void pageWhenNobodyIsSignedInReturnsTheFormThatLeadsBackToIt() throws IOException {
        Answer answer = server.get("/courses/a/lessons/b", "Accept: text/html");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("classroom=true", "to=/courses/a/lessons/b");
    }

    @Test
    void joinReturnsASessionOfSomebodyNew() throws IOException {
        Answer ada = join(ACCESS_CODE, "Ada");
        Answer other = join(ACCESS_CODE, "Ada");

        assertThat(ada.status()).isEqualTo(303);
        assertThat(ada.header("Location")).isEqualTo("/account");
        assertThat(whoIs(ada)).endsWith(" Ada").isNotEqualTo(whoIs(other));
        assertThat(whoIs(other)).endsWith(" Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7kqm-x2pd", "7KQMX2PD", " 7KQM X2PD ", "７ＫＱＭ－Ｘ２ＰＤ"})
    void joinWhenCodeIsTypedInAnotherWayLetsIn(String code) throws IOException {
        assertThat(join(code, "Ada").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQM-X2PE", "7KQM", "7KQM-X2PD-7KQM-X2PD", "%00"})
    void joinWhenCodeIsWrongReturnsForbiddenAndKeepsTheName(String code) throws IOException {
        Answer answer = join(code, "Ada & Bo");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("reason=access-code", "name=Ada &amp; Bo");
    }

    @Test
    void joinWhenThereIsNoAccessCodeLetsNobodyIn() throws IOException {
        Files.delete(data.resolve("access-code"));

        assertThat(join("", "Ada").status()).isEqualTo(403);
        assertThat(join(ACCESS_CODE, "Ada").status()).isEqualTo(403);
    }

    @Test
    void joinWhenTheAccessCodeIsTooShortLetsNobodyIn() throws IOException {
        Files.writeString(data.resolve("access-code"), "ABC");

        assertThat(join("ABC", "Ada").status()).isEqualTo(403);
    }

    @Test
    void joinWhenTheAccessCodeHasChangedAsksForTheNewOne() throws IOException {
        Files.writeString(data.resolve("access-code"), "NEWCODE9");

        assertThat(join(ACCESS_CODE, "Ada").status()).isEqualTo(403);
        assertThat(join("newcode9", "Ada").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "'', name-empty",
        "'   ', name-empty",
        "A\u202EB, name-strange-characters",
        "'A\tB', name-strange-characters"
    })
    void joinWhenNameIsNoneReturnsWhy(String name, String reason) throws IOException {
        Answer answer = join(ACCESS_CODE, name);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("reason=" + reason);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void joinWhenTriedTooOftenReturnsTooManyRequestsAlsoForTheRightCode() throws IOException {
        int tries = 0;
        Answer answer = join("WRONG", "Ada");
        while (answer.status() == 403 && tries++ < 1_000) {
            answer = join("WRONG", "Ada");
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("4");
        assertThat(answer.body()).contains("reason=too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in/join", "/sign-in/return", "/sign-in/%6aoin"})
    void formFromElsewhereIsRefused(String path) throws IOException {
        String form = "code=" + ACCESS_CODE + "&name=Ada";

        assertThat(server.post(path, form, "Origin: http://elsewhere.example").status())
                .isEqualTo(403);
        Answer silent = server.post(path, form);
        assertThat(silent.status()).isEqualTo(403);
        assertThat(silent.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void comingBackByThePersonalCodeIsTheSameLearner() throws IOException {
        Answer joined = join(ACCESS_CODE, "Ada");

        Answer back = comeBack(personalCode(joined), "/courses/a");

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/courses/a");
        assertThat(whoIs(back)).isEqualTo(whoIs(joined));
        assertThat(cookie(back)).isNotEqualTo(cookie(joined));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQM-X2PD", "Ada", "' OR 1=1 --"})
    void comingBackByWhatIsNoPersonalCodeReturnsForbidden(String code) throws IOException {
        join(ACCESS_CODE, "Ada");

        Answer answer = comeBack(code, "/");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("reason=personal-code");
    }

    @Test
    void comingBackLeadsOnlyToPagesOfOurOwn() throws IOException {
        String code = personalCode(join(ACCESS_CODE, "Ada"));

        assertThat(comeBack(code, "//elsewhere.example").header("Location")).isEqualTo("/");
    }

    @Test
    void newPersonalCodeTakesThePlaceOfTheOldOne() throws IOException {
        Answer joined = join(ACCESS_CODE, "Ada");
        String old = personalCode(joined);
        String field = Forms.hiddenField(server.get("/account", cookie(joined)));

        Answer renewed = server.post("/account/code", field, cookie(joined), "Origin: " + server.origin());

        assertThat(renewed.status()).isEqualTo(303);
        assertThat(comeBack(old, "/").status()).isEqualTo(403);
        assertThat(whoIs(comeBack(personalCode(joined), "/"))).isEqualTo(whoIs(joined));
    }

    @Test
    void newPersonalCodeWithoutFormTokenIsRefused() throws IOException {
        Answer joined = join(ACCESS_CODE, "Ada");

        assertThat(server.post("/account/code", "", cookie(joined), "Origin: " + server.origin())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void sessionAndPersonalCodeOutliveTheServerAndTheCodeIsNotShownAnyMore() throws IOException {
        Answer joined = join(ACCESS_CODE, "Ada");
        String code = personalCode(joined);
        String ada = whoIs(joined);
        server.close();
        server = TestServer.start(data, "--drydock.classroom.open=true");

        assertThat(whoIs(joined)).isEqualTo(ada);
        assertThat(server.get("/account", cookie(joined)).body()).contains("code= ");
        assertThat(whoIs(comeBack(code, "/"))).isEqualTo(ada);
    }

    @Test
    void joiningAgainAtABrowserEndsItsSessionBefore() throws IOException {
        Answer first = join(ACCESS_CODE, "Ada");

        Answer second =
                server.post("/sign-in/join", form(ACCESS_CODE, "Bo"), cookie(first), "Origin: " + server.origin());

        assertThat(whoIs(second)).endsWith(" Bo");
        assertThat(server.get("/test/name", cookie(first)).status()).isEqualTo(401);
    }

    @Test
    void addressAtWhichTheConnectionArrivesIsAKnownHostAndAnotherIsNot(@TempDir Path other) throws IOException {
        try (TestServer elsewhere =
                TestServer.start(other, "--drydock.classroom.open=true", "--server.address=127.0.0.2")) {
            URI address = URI.create("http://127.0.0.2:" + elsewhere.port() + "/sign-in");
            assertThat(((HttpURLConnection) address.toURL().openConnection()).getResponseCode())
                    .isEqualTo(200);
        }
        assertThat(server.get("/sign-in", "Host: 127.0.0.2:" + server.port()).status())
                .isEqualTo(421);
    }

    @Test
    void formWhenTheServerIsForOneOnlyIsNotThere(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("access-code"), ACCESS_CODE);
        try (TestServer alone = TestServer.start(other)) {
            assertThat(alone.post("/sign-in/join", form(ACCESS_CODE, "Ada"), "Origin: " + alone.origin())
                            .status())
                    .isEqualTo(404);
            assertThat(alone.get("/sign-in").body()).contains("classroom=false");
        }
    }

    private Answer join(String code, String name) throws IOException {
        return server.post("/sign-in/join", form(code, name), "Origin: " + server.origin());
    }

    private Answer comeBack(String code, String to) throws IOException {
        return server.post(
                "/sign-in/return", "code=" + encoded(code) + "&to=" + encoded(to), "Origin: " + server.origin());
    }

    private String personalCode(Answer signedIn) throws IOException {
        Matcher code =
                PERSONAL_CODE.matcher(server.get("/account", cookie(signedIn)).body());
        assertThat(code.find()).as("a personal code").isTrue();
        return code.group(1);
    }

    private String whoIs(Answer signedIn) throws IOException {
        return server.get("/test/name", cookie(signedIn)).body();
    }

    private static String cookie(Answer signedIn) {
        return "Cookie: " + signedIn.header("Set-Cookie").split(";")[0];
    }

    private static String form(String code, String name) {
        return "code=" + encoded(code) + "&name=" + encoded(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

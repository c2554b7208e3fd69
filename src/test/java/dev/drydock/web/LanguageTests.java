package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTests {

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
    @CsvSource(
            delimiter = '|',
            value = {
                "ko                        | ko",
                "ko-KR,ko;q=0.9,en;q=0.8   | ko",
                "en-GB                     | en",
                "fr,ko;q=0.5,en;q=0.1      | ko",
                "fr                        | en",
                "*                         | en"
            })
    void pageFollowsTheBrowsersPreference(String preference, String language) throws IOException {
        assertThat(language(server.get("/test/page", cookie, "Accept-Language: " + preference)))
                .isEqualTo(language);
    }

    @Test
    void pageWhenNoPreferenceIsSentIsEnglish() throws IOException {
        assertThat(language(server.get("/test/page", cookie))).isEqualTo("en");
    }

    @Test
    void choiceIsShownAtOnceAndRemembered() throws IOException {
        Answer chosen = server.get("/test/page?lang=ko", cookie, "Accept-Language: en");
        String choice = chosen.header("Set-Cookie").split(";")[0];

        assertThat(language(chosen)).isEqualTo("ko");
        assertThat(language(server.get("/test/page", cookie + "; " + choice, "Accept-Language: en")))
                .isEqualTo("ko");
    }

    @Test
    void choiceWhenNotSpokenChangesNothing() throws IOException {
        Answer answer = server.get("/test/page?lang=tlh", cookie, "Accept-Language: ko");

        assertThat(language(answer)).isEqualTo("ko");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void choiceInCookieWhenNotSpokenCountsAsNone() throws IOException {
        String forged = cookie + "; drydock_language=de";

        assertThat(language(server.get("/test/page", forged, "Accept-Language: ko")))
                .isEqualTo("ko");
    }

    @Test
    void pageOffersEveryLanguageByItsOwnName() throws IOException {
        assertThat(server.get("/test/page", cookie).body()).contains("?lang=en\">English", "?lang=ko\">한국어");
    }

    @Test
    void choiceWorksOnAnErrorPage() throws IOException {
        assertThat(language(server.get("/nowhere?lang=ko", cookie, "Accept: text/html")))
                .isEqualTo("ko");
    }

    private static String language(Answer page) {
        return page.body().replaceAll("(?s).*<html lang=\"(\\w+)\".*", "$1");
    }
}

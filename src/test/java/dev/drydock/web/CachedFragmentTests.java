package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFragmentTests {

    private static final Pattern LOOK = Pattern.compile("look=(\\d+);");

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

    @Test
    void fragmentWhenAskedForWithEqualArgumentsIsRenderedOnce() throws IOException {
        assertThat(look(page("red"))).isEqualTo(look(page("red"))).isNotEqualTo(look(page("green")));
    }

    @Test
    void fragmentWhenItsArgumentHasAnotherNameInThePageIsRenderedOnce() throws IOException {
        assertThat(LOOK.matcher(page("violet").body()).results().map(look -> look.group(1)))
                .hasSize(2)
                .containsOnly(look(page("violet")));
    }

    @Test
    void fragmentIsRenderedForEachLanguage() throws IOException {
        assertThat(page("red").body()).contains("language=en");
        assertThat(server.get("/test/cached?color=red", cookie, "Accept-Language: ko")
                        .body())
                .contains("color=red language=ko");
    }

    @Test
    void fragmentSeesItsArgumentsAndNothingElseOfThePage() throws IOException {
        assertThat(page("blue").body()).contains("learner= csrf= color=blue");
    }

    @Test
    void formInCachedFragmentCarriesTheTokenOfItsOwnSession() throws IOException {
        String another = server.signedIn();
        String ours = Forms.hiddenField(page("yellow"));
        String theirs = Forms.hiddenField(server.get("/test/cached?color=yellow", another));

        assertThat(post(ours, cookie)).isEqualTo(200);
        assertThat(post(theirs, another)).isEqualTo(200);
        assertThat(post(ours, another)).isEqualTo(403);
    }

    @Test
    void fragmentWhenArgumentsHaveNoNamesIsRefused() throws IOException {
        assertThat(server.get("/test/cached-unnamed", cookie).status()).isEqualTo(500);
    }

    private static Answer page(String color) throws IOException {
        return server.get("/test/cached?color=" + color, cookie, "Accept-Language: en");
    }

    private static int post(String field, String session) throws IOException {
        return server.post("/test/form", field, session, "Origin: " + server.origin())
                .status();
    }

    private static String look(Answer page) {
        Matcher look = LOOK.matcher(page.body());
        assertThat(look.find()).as("a look in %s", page.body()).isTrue();
        return look.group(1);
    }
}

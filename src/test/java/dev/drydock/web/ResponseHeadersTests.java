package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTests {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

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
    void policyAllowsTheImportMapThatThePageCarries() throws Exception {
        Answer page = server.get("/test/page", cookie);
        Matcher map = IMPORT_MAP.matcher(page.body());

        assertThat(map.find()).isTrue();
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-" + sha256(map.group(1)) + "';");
    }

    @Test
    void policyAllowsNoOtherInlineScript() throws IOException {
        assertThat(server.get("/test/page", cookie).header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                .containsOnlyOnce("unsafe-inline")
                .contains("; style-src 'self' 'unsafe-inline';")
                .doesNotContain("unsafe-eval")
                .endsWith("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/page", "/test/missing", "/test/broken", "/nowhere", "/assets/sample.js", "/sign-in"})
    void everyAnswerCarriesTheHeaders(String path) throws IOException {
        Answer answer = server.get(path, cookie, "Accept: text/html");

        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.headers("Server")).isEmpty();
    }

    @Test
    void pageIsNotKeptByTheBrowser() throws IOException {
        assertThat(server.get("/test/page", cookie).header("Cache-Control")).contains("no-store");
    }

    @Test
    void assetIsKeptAndAskedForByItsContent() throws IOException {
        Answer asset = server.get("/assets/sample.js");

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(asset.headers("Last-Modified")).isEmpty();
        Answer again = server.get("/assets/sample.js", "If-None-Match: " + asset.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void assetWhenItHasChangedSinceIsSentAgain() throws IOException {
        Answer asset = server.get(
                "/assets/sample.js", "If-None-Match: \"another\"", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT");

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.body()).contains("only tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/../application.yaml", "/assets/%2e%2e/application.yaml", "/application.yaml"})
    void nothingButAssetsIsServedFromTheJar(String path) throws IOException {
        assertThat(server.get(path, cookie).status()).isIn(400, 404);
    }

    private static String sha256(String text) throws GeneralSecurityException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

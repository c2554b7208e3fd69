package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An author and the page that follows what they save. There is no engine; the text does without. */
@Tag("browser")
class PreviewJourneyTests {

    private static final String LESSON = "/courses/mine/lessons/01-hello";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @TempDir
    Path directory;

    private ServerProcess server;
    private String origin;

    @BeforeEach
    void preview() throws Exception {
        save("course.yaml", "title: Mine\nlessons: [01-hello]\n");
        save("01-hello/lesson.md", "# Hello\n\nThe first words.\n");
        Files.createDirectories(directory.resolve("data/sign-in"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        origin = "http://127.0.0.1:" + port;
        server = ServerProcess.start(
                port,
                Files.createDirectories(Classroom.TRACES).resolve("preview.log").toAbsolutePath(),
                List.of(
                        "--drydock.data=" + directory.resolve("data"),
                        "--drydock.lessons=" + directory.resolve("lessons"),
                        "--drydock.engine.address=unix://" + directory.resolve("no-engine.sock"),
                        "--drydock.preview=true"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void pageFollowsEachSaveAndSaysWhatIsWrongWhereItIs() throws Exception {
        Page page = journeys.stranger(Journeys.english()).newPage();
        page.navigate(signInAddress());
        assertThat(page).hasURL(origin + LESSON);
        assertThat(page.locator("article")).containsText("The first words.");

        save("01-hello/lesson.md", "# Hello\n\nOther words.\n\n> [!NOTICE]\n> Look.\n\nThe last words.\n");
        assertThat(page.locator("article")).containsText("Other words.");
        assertThat(page.locator(".problems-here + .prose")).containsText("Other words.");
        assertThat(page.locator(".problems-here")).containsText("mine/01-hello/lesson.md:5:1");
        assertThat(page.locator(".problems-here")).containsText("There is no [!NOTICE].");

        save("01-hello/lesson.md", "No title.\n");
        assertThat(page.locator("article")).containsText("A lesson starts with its title.");
        assertThat(page.locator("article")).containsText("The last words.");

        save("01-hello/lesson.md", "# Hello\n\nAll is well.\n\n> [!QUIZ all] **Is it?**\n>\n> - [x] Yes\n> - [ ] No\n");
        assertThat(page.locator("article")).containsText("All is well.");
        assertThat(page.locator(".problems")).hasCount(0);
    }

    @Test
    void pageThatIsOpenDoesNotHoldUpTheEndOfTheServer() throws Exception {
        Page page = journeys.stranger(Journeys.english()).newPage();
        page.navigate(signInAddress());
        assertThat(page.locator("article")).containsText("The first words.");

        server.stop();

        assertThat(server.log()).doesNotContain("graceful shutdown aborted");
    }

    private String signInAddress() throws Exception {
        String token = UUID.randomUUID().toString();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes());
        Files.createFile(
                directory.resolve("data/sign-in").resolve(HexFormat.of().formatHex(hash)));
        return origin + "/sign-in?token=" + token + "&to=" + LESSON;
    }

    private void save(String file, String text) throws IOException {
        Path path = directory.resolve("lessons/mine").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

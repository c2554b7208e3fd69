package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lesson's fences can do: be drawn, be saved, and be run in a terminal of their own. */
@Tag("browser")
class FenceJourneyTests {

    private static final String LESSON = "/courses/fences/lessons/01-fences";

    private static final String TEXT = """
            ---
            terminals:
              web: The web server
            ---
            # Fences

            ```mermaid
            flowchart LR
              accTitle: From image to container
              accDescr: An image makes a container.
              I["이미지"] -->|docker run| C(컨테이너)
            ```

            ```mermaid
            flowchart LR
              accTitle: Hostile
              accDescr: It tries to get out.
              A["<img src=x onerror='document.title=1'><script>document.title=2</script>"] --> B["&lt;img src=x onerror='document.title=4'&gt;"]
              click A href "javascript:document.title=3"
              classDef bad fill:#f00
              class A bad
            ```

            ```mermaid
            flowchart LR
              accTitle: Hostile style
              accDescr: It tries to get out, too.
              A --> B
              classDef bad fill:#f00,stroke:red}body{background-color:#f00!important}
              class A bad
            ```

            ```mermaid
            flowchart LR
              accTitle: Broken
              accDescr: It cannot be drawn.
              A -->
            ```

            ```yaml save=~/saved/compose.yaml
            services: {}
            ```

            ```sh terminal=web
            echo in $((40+2)) the web terminal
            ```

            > [!QUIZ which points=2] **What makes a container?**
            >
            > - [ ] A registry
            > - [x] An image
            >
            > An image does.
            """;

    @RegisterExtension
    final Journeys journeys = new Journeys();

    private Path course = Path.of("unknown");

    @BeforeEach
    void writeCourse() throws IOException {
        course = journeys.classroom().lessons().resolve("fences");
        Path lesson = Files.createDirectories(course.resolve("01-fences"));
        Files.writeString(course.resolve("course.yaml"), "title: Fences\nlessons:\n  - 01-fences\n");
        Files.writeString(lesson.resolve("lesson.md"), TEXT);
    }

    @AfterEach
    void removeCourse() {
        Host.delete(course);
    }

    @Test
    void diagramIsDrawnWithWordsForWhoCannotSeeItAndAgainWhenItGetsDark() {
        Page page = open(journeys.learner(Journeys.english().setColorScheme(ColorScheme.LIGHT)));
        Locator picture = page.getByRole(
                AriaRole.IMG,
                new Page.GetByRoleOptions().setName("From image to container. An image makes a container."));
        assertThat(picture).isVisible();
        String day = picture.getAttribute("src");
        assertThat((int) picture.evaluate("picture => picture.naturalWidth")).isGreaterThan(100);
        assertThat(page.locator("mermaid-diagram pre").first()).isHidden();

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(picture).not().hasAttribute("src", day);
    }

    @Test
    void diagramCanDoNothingToThePage() {
        Page page = open(journeys.learner());
        assertThat(page.locator("mermaid-diagram").nth(1)).hasAttribute("data-state", "drawn");
        assertThat(page.locator("mermaid-diagram").nth(2)).hasAttribute("data-state", "failed");

        assertThat(page).hasTitle("Fences – Fences – Drydock");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgba(0, 0, 0, 0)");
        assertThat(page.locator("mermaid-diagram :is(svg, style, script, a)")).hasCount(0);
        assertThat(page.locator("body > [id^=d], body > svg")).hasCount(0);
    }

    @Test
    void diagramThatCannotBeDrawnIsShownAsItsSource() {
        Page page = open(journeys.learner());
        Locator broken = page.locator("mermaid-diagram").nth(3);
        assertThat(broken).hasAttribute("data-state", "failed");
        assertThat(broken).containsText("This diagram could not be drawn.");
        assertThat(broken.locator("pre")).isVisible();
    }

    @Test
    void diagramWithoutJavaScriptIsItsSource() {
        Page page = open(journeys.learner(Journeys.english().setJavaScriptEnabled(false)));
        assertThat(page.locator("mermaid-diagram pre").first()).isVisible();
    }

    @Test
    void pageWithoutADiagramLoadsNothingOfTheOnesThatDraw() {
        BrowserContext learner = journeys.learner();
        learner.route("**/webjars/mermaid/**", route -> {
            throw new AssertionError("It loads " + route.request().url());
        });
        LessonTab tab = LessonTab.open(learner, journeys.classroom());
        tab.terminal().awaitPrompt();
        assertThat(tab.page().locator("code-fence .fence-run").first()).isVisible();
    }

    @Test
    void commandIsTypedIntoTheTerminalThatItsFenceNamesOnceAndAfterThePrompt() {
        Page page = open(journeys.learner());
        page.locator("code-fence[terminal=web] .fence-run").click();

        String text = "document.querySelector('lab-terminal[name=web]').screenText()";
        Watching.await(page, "() => " + text + ".includes('in 42 the web terminal')", null);
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("The web server")))
                .hasAttribute("aria-selected", "true");
        assertThat((String) page.evaluate(text)).containsOnlyOnce("echo in $((40+2))");
        assertThat((String) page.evaluate("document.querySelector('lab-terminal[name=main]').screenText()"))
                .doesNotContain("the web terminal");
    }

    @Test
    void savedTextIsInTheMachineAndThePageSaysSo() {
        Page page = open(journeys.learner());
        LessonTab tab = new LessonTab(page, new Terminal(page));
        tab.terminal().awaitPrompt();
        Locator fence = page.locator("code-fence[save]");
        fence.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(fence.locator(".fence-news")).containsText("compose.yaml");
        assertThat(fence.locator(".fence-news.is-trouble")).hasCount(0);
        assertThat(tab.terminal().ask("cat ~/saved/compose.yaml")).isEqualTo("services: {}");
    }

    @Test
    void textThatCannotBeSavedIsToldBesideItsFence() {
        Page page = open(journeys.learner());
        LessonTab tab = new LessonTab(page, new Terminal(page));
        tab.terminal().awaitPrompt();
        page.context().setOffline(true);
        Locator fence = page.locator("code-fence[save]");
        fence.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(fence.locator(".fence-news.is-trouble")).containsText("Drydock could not be reached");
        Watching.awaitSaid(page, "nothing was saved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void nothingOfItKeepsAnybodyOut(String language) {
        Page page = open(journeys.learner());
        page.navigate(journeys.classroom().origin() + LESSON + "?lang=" + language);
        assertThat(page.locator("mermaid-diagram").last()).hasAttribute("data-state", "failed");
        page.locator("#task-which label").last().click();
        page.locator("#task-which form.task-check button").click();
        assertThat(page.locator("#task-which")).hasAttribute("data-state", "passed");
        page.locator("code-fence[save] .fence-save").click();
        assertThat(page.locator(".fence-news")).isVisible();
        Axe.assertAccessible(page);
    }

    private Page open(BrowserContext window) {
        Page page = window.newPage();
        Patience.until(
                "the new lesson is there",
                () -> page.navigate(journeys.classroom().origin() + LESSON).ok());
        return page;
    }
}

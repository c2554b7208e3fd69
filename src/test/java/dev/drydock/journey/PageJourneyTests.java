package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages themselves: for who has only a keyboard, for who has them read out, and where a file or an address is wrong. */
@Tag("browser")
class PageJourneyTests {

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void everythingIsReachedByKeyboardAndTheTerminalIsLeftAgain() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Page page = tab.page();
        Terminal terminal = tab.terminal().awaitPrompt();
        page.evaluate("document.activeElement.blur()");

        tabTo(page, "#task-run-hello form.task-check button");
        page.keyboard().press("Enter");
        assertThat(tab.task("run-hello").locator().locator(".task-verdict")).isVisible();
        assertThat(page.locator("#task-run-hello form.task-check button")).isFocused();

        page.evaluate("document.activeElement.blur(), document.body.focus()");
        page.reload();
        terminal.awaitPrompt();
        tabTo(page, "a.skip[href='#terminal']");
        page.keyboard().press("Enter");
        page.keyboard().type("echo typed $((40+2)) ");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        terminal.awaitText("\ntyped 42");
        page.keyboard().press("Shift+Escape");
        assertThat(page.locator("lab-terminal :focus")).hasCount(0);
        page.keyboard().press("Tab");
        page.keyboard().type("x");
        assertThat(terminal.text()).endsWith("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void nothingOnAnyPageKeepsAnybodyOut(String language) {
        BrowserContext learner = journeys.learner();
        String origin = journeys.classroom().origin();
        LessonTab lesson = LessonTab.open(learner, origin + LessonTab.FIRST_LESSON + "?lang=" + language);
        lesson.terminal().awaitPrompt();
        lesson.task("find-it").check();
        Axe.assertAccessible(lesson.page());
        openEverything(lesson.page());
        Axe.assertAccessible(lesson.page());
        lesson.page().keyboard().press("?");
        Axe.assertAccessible(lesson.page());
        for (String path : List.of("/courses?lang=", "/nowhere?lang=")) {
            Page page = learner.newPage();
            page.navigate(origin + path + language);
            Axe.assertAccessible(page);
        }
        Page signIn = journeys.stranger(Journeys.english()).newPage();
        signIn.navigate(origin + "/sign-in?token=used&lang=" + language);
        Axe.assertAccessible(signIn);
    }

    @Test
    void partOfThePageThatDidNotArriveIsAskedForAgain() {
        BrowserContext learner = journeys.learner();
        AtomicBoolean arrives = new AtomicBoolean();
        learner.route("**/assets/lesson/code-fence.js", route -> {
            if (arrives.getAndSet(true)) {
                route.resume();
            } else {
                route.abort("failed");
            }
        });
        LessonTab tab = LessonTab.open(learner, journeys.classroom());
        assertThat(tab.page().locator("code-fence .fence-run").first()).isVisible();
    }

    @Test
    void brokenLessonFileIsNamedWithItsLineAndTheOthersStay() throws IOException {
        Path course = journeys.classroom().lessons().resolve("docker-basics");
        Path lesson = Files.createDirectories(course.resolve("02-broken"));
        String before = Files.readString(course.resolve("course.yaml"));
        try {
            Files.writeString(course.resolve("course.yaml"), before + "  - 02-broken\n");
            Files.writeString(lesson.resolve("lesson.md"), """
                    # Broken

                    > [!TASK no checker] **An id with a space**
                    >
                    > And no checker.
                    """);
            Page page = journeys.learner().newPage();
            Locator problems = page.getByRole(
                    AriaRole.REGION, new Page.GetByRoleOptions().setName("Some lesson files have mistakes"));
            Patience.until("the page lists what is wrong", () -> {
                page.navigate(journeys.classroom().origin() + "/courses");
                return problems.isVisible();
            });

            assertThat(problems).containsText("docker-basics/02-broken/lesson.md:3");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your first container"))
                    .click();
            assertThat(page.locator("#task-run-hello")).isVisible();
        } finally {
            Host.delete(lesson);
            Files.writeString(course.resolve("course.yaml"), before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/courses/docker-basics/lessons/99-none",
                "/courses/none/lessons/01-first-container",
                "/courses/docker-basics/lessons/01-first-container/files/none.svg"
            })
    void addressOfALessonThatIsNotThereShowsAPageWithAWayBack(String path) {
        Page page = journeys.learner().newPage();
        assertThat(page.navigate(journeys.classroom().origin() + path).status()).isEqualTo(404);

        assertThat(page.getByRole(AriaRole.HEADING)).hasText("There is nothing at this address.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the lessons"))
                .click();
        assertThat(page).hasURL(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
    }

    /** Hints, the outline, one more terminal, and the bar that searches it. */
    private static void openEverything(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
        page.locator(".terminal-more").click();
        page.waitForSelector("lab-terminal[name=second][data-state=live]");
        page.locator(".find-open").click();
        page.keyboard().type("lab");
        page.locator("#lesson").focus();
    }

    /** Presses Tab until the element has the focus, as somebody does who sees where it is. */
    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("60 times Tab do not lead to " + selector);
    }
}

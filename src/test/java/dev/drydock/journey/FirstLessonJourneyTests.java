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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who has never been here works through the first lesson. */
@Tag("browser")
class FirstLessonJourneyTests {

    private static final Path SOLUTIONS = Path.of("lessons/docker-basics/01-first-container/solve");
    private static final List<String> TASKS =
            List.of("run-hello", "find-it", "read-logs", "keep-running", "stop-it", "remove-it");

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @BeforeEach
    void nobodyHasBeenHere() {
        journeys.classroom().forget();
    }

    @Test
    void learnerOpensTheAddressRunsAContainerHasItCheckedAndFindsItAllAfterAReload() {
        BrowserContext window = journeys.stranger(Journeys.english());
        LessonTab tab = LessonTab.open(window, journeys.classroom().signInAddress());
        assertThat(tab.page()).hasURL(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
        Terminal terminal = tab.terminal().awaitPrompt();
        String shell = terminal.shellPid();

        tab.run("docker run hello-world");
        terminal.awaitText("Hello from Docker!");
        terminal.awaitPrompt();
        assertThat(terminal.count("Hello from Docker!")).isEqualTo(1);
        assertThat(terminal.count("docker run hello-world")).isEqualTo(1);

        tab.task("run-hello").check();
        tab.task("run-hello").expect("passed", "Done");
        Watching.awaitSaid(tab.page(), "That’s it.");
        tab.expectProgress("1 of 6 done");

        tab.reload();
        tab.task("run-hello").expect("passed", "Done");
        tab.expectProgress("1 of 6 done");
        terminal.awaitPrompt();
        assertThat(terminal.shellPid()).isEqualTo(shell);
        assertThat(terminal.count("Hello from Docker!")).isEqualTo(1);
    }

    @Test
    void checkBeforeAnythingWasDoneSaysWhatIsMissing() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        tab.terminal().awaitPrompt();

        tab.task("run-hello").check();

        tab.task("run-hello").expect("not-yet", "Not yet");
        tab.task("run-hello").expectMessage("No container has been made from hello-world yet");
        Watching.awaitSaid(tab.page(), "No container has been made from hello-world yet");
        assertThat(tab.task("run-hello")
                        .locator()
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Check again")))
                .isVisible();
    }

    @Test
    void checkInKoreanSaysInKoreanWhatIsMissing() {
        LessonTab tab = LessonTab.open(journeys.learner(Journeys.korean()), journeys.classroom());
        assertThat(tab.page().locator("html")).hasAttribute("lang", "ko");
        tab.terminal().awaitPrompt();

        tab.task("run-hello").check();

        tab.task("run-hello").expect("not-yet", "아직 아님");
        tab.task("run-hello").expectMessage("아직 hello-world로 만든 컨테이너가 없습니다");
        Watching.awaitSaid(tab.page(), "아직 hello-world로 만든 컨테이너가 없습니다");
    }

    @Test
    void withoutJavaScriptTheFormIsPostedAndTheVerdictIsOnThePage() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        tab.terminal().awaitPrompt();
        tab.page().close();
        Page plain =
                journeys.learner(Journeys.english().setJavaScriptEnabled(false)).newPage();
        plain.navigate(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
        assertThat(plain.locator("noscript p.task-trouble")).isVisible();

        Locator card = plain.locator("#task-run-hello");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Check"))
                .click();

        assertThat(plain).hasURL(journeys.classroom().origin() + LessonTab.FIRST_LESSON + "#task-run-hello");
        assertThat(card).containsText("No container has been made from hello-world yet");
    }

    @Test
    void everyTaskOfTheLessonIsDoneInTurn() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        tab.terminal().awaitPrompt();
        for (int done = 0; done < TASKS.size(); done++) {
            String task = TASKS.get(done);
            tab.terminal().ask(solution(task));
            tab.task(task).check();

            tab.task(task).expect("passed", "Done");
            tab.expectProgress(done + 1 + " of 6 done");
        }
        tab.page().navigate(journeys.classroom().origin() + "/courses");
        assertThat(tab.page().getByText("6 of 6 done")).isVisible();
    }

    /** The commands of a solution as a learner would type them. */
    private static String solution(String task) {
        try {
            return Files.readAllLines(SOLUTIONS.resolve(task + ".sh")).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("set "))
                    .collect(Collectors.joining("; "));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

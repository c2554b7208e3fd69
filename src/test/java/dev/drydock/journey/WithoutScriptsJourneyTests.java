package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lesson whose scripts do not run: questions, preparation, solutions and fresh starts are forms on pages of their own. */
@Tag("browser")
class WithoutScriptsJourneyTests {

    private static final String SECRET = "An image is what a container is made from.";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    private ScratchCourse course;

    @BeforeEach
    void writeCourse() {
        course = new ScratchCourse(journeys.classroom())
                .lesson("lesson.md", """
                        ---
                        solutions: 1
                        ---
                        # Scratch

                        > [!QUIZ which] **What makes a container?**
                        >
                        > - [ ] A registry
                        > - [x] An image
                        >
                        > %s

                        > [!TASK first] **First**

                        > [!TASK second] **Second**
                        """.formatted(SECRET))
                .task("first", "file_exists ~/first.txt", "touch ~/first.txt")
                .task("second", "file_exists ~/second.txt", "touch ~/second.txt")
                .lesson("setup.sh", "#!/bin/sh\nset -eu\necho ready > ~/setup.txt\n");
        journeys.classroom().forget();
    }

    @AfterEach
    void removeCourse() {
        course.close();
    }

    @Test
    void quizIsAnsweredByItsForm() {
        course.show(journeys);
        Page page = open();
        Locator quiz = page.locator("#task-which");

        quiz.locator("form.task-check button").click();
        assertThat(page).hasURL(course.address() + "#task-which");
        assertThat(quiz).containsText("Nothing is chosen yet");
        answer(quiz, "A registry");
        assertThat(quiz).containsText("Not quite.");
        assertThat(page.content()).doesNotContain(SECRET);
        answer(quiz, "An image");
        assertThat(quiz).containsText(SECRET);
        assertThat(page.locator("#progress")).containsText("1 of 3 done");
    }

    @Test
    void machineIsPreparedByItsButtonAndTheSolutionComesAfterATry() {
        course.show(journeys);
        Page page = open();
        Locator preparation = page.locator("lesson-preparation");
        assertThat(preparation).containsText("This lesson brings something along for your machine.");
        preparation.locator("button").click();
        assertThat(preparation.locator("button")).hasCount(0);
        assertThat(page).hasURL(course.address());

        Locator task = page.locator("#task-first");
        assertThat(task).containsText("after one more try");
        task.locator("form.task-check button").click();
        assertThat(task.locator(".task-state")).hasText("Not yet");
        task.locator("form.task-solution button").click();
        assertThat(task.locator(".solution code")).hasText("touch ~/first.txt");
    }

    @Test
    void setupThatFailsIsToldOnAPageWithAWayBack() {
        course.lesson("setup.sh", "#!/bin/sh\nexit 1\n").show(journeys);
        Page page = open();
        page.locator("lesson-preparation button").click();

        assertThat(page.locator("h1")).hasText("Preparing your machine");
        assertThat(page.locator("lesson-preparation")).containsText("It is not your fault, and your work is safe.");
        page.locator("a.button").click();
        assertThat(page.locator("#task-first")).isVisible();
    }

    @Test
    void freshMachineIsAskedForOnAPageThatCanBeLeftAgain() {
        course.show(journeys);
        ask("touch ~/mine.txt");
        String machine = journeys.classroom().host().machine();
        Page page = open();
        Locator link = page.locator(".terminal-tools a.ask-first");

        link.click();
        assertThat(page.locator("#reset-title")).hasText("Start over with a fresh machine?");
        assertThat(page.locator(".reset")).containsText("everything in your machine");
        assertAccessible(page.url());
        page.locator("a[data-close]").click();
        assertThat(page).hasURL(course.address());
        assertThat(journeys.classroom().host().machine()).isEqualTo(machine);

        link.click();
        page.locator("button.danger").click();
        assertThat(page.locator("#reset-title")).hasText("Done");
        assertThat(journeys.classroom().host().machine()).isNotEqualTo(machine);
        assertThat(ask("ls ~; cat ~/setup.txt")).contains("ready").doesNotContain("mine.txt");
    }

    @Test
    void taskIsStartedOverAndAnAnswerThatComesTwiceCountsOnce() {
        course.show(journeys);
        ask("touch ~/mine.txt");
        Page page = open();
        page.locator("#task-second a.ask-first").click();
        assertThat(page.locator("#reset-title")).hasText("Start this task over?");
        FormData answer = FormData.create();
        for (Locator field : page.locator("form:has(button.danger) input").all()) {
            answer.set(field.getAttribute("name"), field.inputValue());
        }
        page.locator("button.danger").click();
        assertThat(page.locator("#reset-title")).hasText("Done");
        String machine = journeys.classroom().host().machine();

        APIResponse again =
                page.request().post(page.url(), RequestOptions.create().setForm(answer));
        assertThat(again.ok()).isTrue();
        assertThat(journeys.classroom().host().machine()).isEqualTo(machine);
        page.locator("a.button").click();
        assertThat(page.locator("#task-second")).isVisible();
        assertThat(ask("ls ~")).contains("first.txt").doesNotContain("mine.txt");
    }

    private Page open() {
        Page page =
                journeys.learner(Journeys.english().setJavaScriptEnabled(false)).newPage();
        page.navigate(course.address());
        return page;
    }

    /** What a command says in the learner's terminal, in a window of its own that has scripts. */
    private String ask(String command) {
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        String answer = tab.terminal().awaitPrompt().ask(command);
        tab.page().close();
        return answer;
    }

    /** What looks for it is a script: in a window that has some. */
    private void assertAccessible(String address) {
        Page page = journeys.learner().newPage();
        page.navigate(address);
        Axe.assertAccessible(page);
    }

    private static void answer(Locator quiz, String choice) {
        quiz.getByLabel(choice).check();
        quiz.locator("form.task-check button").click();
    }
}

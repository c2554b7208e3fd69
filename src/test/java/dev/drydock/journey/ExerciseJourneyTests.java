package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions that are answered, and solutions that are shown to who has tried. */
@Tag("browser")
class ExerciseJourneyTests {

    private static final String SECRET = "An image is what a container is made from.";

    private static final String TEXT = """
            ---
            solutions: 2
            ---
            # Scratch

            > [!QUIZ which points=2] **What makes a container?**
            >
            > - [ ] A registry
            > - [x] An image
            >
            > %s

            > [!TASK leave-word points=3] **Leave the word in a file**
            """.formatted(SECRET);

    @RegisterExtension
    final Journeys journeys = new Journeys();

    private ScratchCourse course;

    @BeforeEach
    void writeCourse() {
        course = new ScratchCourse(journeys.classroom())
                .lesson("lesson.md", TEXT)
                .task("leave-word", "file_contains ~/word.txt anchor", "echo anchor > ~/word.txt");
        course.show(journeys);
        journeys.classroom().forget();
    }

    @AfterEach
    void removeCourse() {
        course.close();
    }

    @Test
    void wrongAnswerGivesNothingAwayAndTheRightOneIsExplained() {
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        assertThat(tab.page().content()).doesNotContain(SECRET);

        answer(tab.task("which").locator(), "A registry");
        tab.task("which").expect("not-yet", "Not yet");
        assertThat(tab.task("which").locator()).containsText("Not quite.");
        assertThat(tab.page().content()).doesNotContain(SECRET);
        tab.expectProgress("0 of 2 done");

        answer(tab.task("which").locator(), "An image");
        tab.task("which").expect("passed", "Done");
        assertThat(tab.task("which").locator().locator(".quiz-explanation")).hasText(SECRET);
        Watching.awaitSaid(tab.page(), SECRET);
        tab.expectProgress("1 of 2 done · 2 of 5 points");

        tab.reload();
        tab.task("which").expect("passed", "Done");
        assertThat(tab.task("which").locator()).containsText(SECRET);
    }

    @Test
    void solutionIsOfferedAfterTheTriesAndItsRunDoesTheTask() {
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        tab.terminal().awaitPrompt();
        LessonTab.Card task = tab.task("leave-word");
        Locator show = task.locator().locator("form.task-solution button");
        assertThat(task.locator().locator(".solution-later")).containsText("after 2 more tries");
        assertThat(show).hasCount(0);
        task.check();
        assertThat(task.locator().locator(".solution-later")).containsText("after one more try");
        assertThat(show).hasCount(0);
        task.check();
        assertThat(tab.page().content()).doesNotContain("echo anchor");

        show.click();
        Locator solution = task.locator().locator("details.solution");
        assertThat(solution.locator("code")).hasText("echo anchor > ~/word.txt");
        solution.locator(".fence-run").click();
        tab.terminal().awaitText("echo anchor > ~/word.txt");
        assertThat(tab.terminal().awaitPrompt().ask("cat ~/word.txt")).isEqualTo("anchor");
        task.check();
        task.expect("passed", "Done");
    }

    private static void answer(Locator quiz, String choice) {
        quiz.getByLabel(choice).check();
        quiz.locator("form.task-check button").click();
    }
}

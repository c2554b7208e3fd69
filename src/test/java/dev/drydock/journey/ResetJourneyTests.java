package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine that is prepared for a lesson, and a fresh one for who wants to start over. */
@Tag("browser")
class ResetJourneyTests {

    @RegisterExtension
    final Journeys journeys = new Journeys();

    private ScratchCourse course;

    @BeforeEach
    void writeCourse() {
        course = new ScratchCourse(journeys.classroom())
                .lesson("lesson.md", "# Scratch\n\n> [!TASK first] **First**\n\n> [!TASK second] **Second**\n")
                .task("first", "file_exists ~/first.txt", "touch ~/first.txt")
                .task("second", "file_exists ~/second.txt", "touch ~/second.txt")
                .lesson("files/brought.txt", "from the lesson\n")
                .lesson("setup.sh", "#!/bin/sh\nset -eu\necho ready > ~/setup.txt\n");
        journeys.classroom().forget();
    }

    @AfterEach
    void removeCourse() {
        course.close();
    }

    @Test
    void machineIsPreparedWhileThePageSaysSoAndStaysQuietAfterwards() {
        // Setup waits until the page has been seen to wait.
        course.lesson("setup.sh", "#!/bin/sh\nset -eu\nwhile [ ! -e ~/go ]; do sleep 0.1; done\n")
                .show(journeys);
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        Locator preparation = tab.page().locator("lesson-preparation");
        assertThat(preparation).containsText("Preparing your machine for this lesson…");
        assertThat(preparation).hasAttribute("aria-busy", "true");
        Axe.assertAccessible(tab.page());

        assertThat(tab.terminal().awaitPrompt().ask("cat ~/brought.txt; touch ~/go"))
                .isEqualTo("from the lesson");
        assertThat(preparation).hasAttribute("data-state", "ready");
        Watching.awaitSaid(tab.page(), "Your machine is ready for this lesson.");
        tab.reload();
        assertThat(preparation.locator("button")).hasCount(0);
    }

    @Test
    void setupThatFailsIsNotTheLearnersFaultAndCanBeTriedAgain() {
        course.lesson("setup.sh", "#!/bin/sh\ntest -e ~/repaired\n").show(journeys);
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        Locator preparation = tab.page().locator("lesson-preparation");
        assertThat(preparation).containsText("It is not your fault, and your work is safe.");
        Axe.assertAccessible(tab.page());
        tab.task("first").check();
        assertThat(tab.task("first").locator()).containsText("It is not your fault, and your work is safe.");

        tab.terminal().awaitPrompt().ask("touch ~/repaired");
        preparation.locator("button").click();
        assertThat(preparation).hasAttribute("data-state", "ready");
        tab.task("first").check();
        tab.task("first").expect("not-yet", "Not yet");
    }

    @Test
    void freshMachineIsAskedForFirstAndKeepsTheProgress() {
        course.show(journeys);
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        tab.terminal().awaitPrompt().ask("touch ~/first.txt ~/mine.txt");
        tab.task("first").check();
        tab.task("first").expect("passed", "Done");
        String machine = journeys.classroom().host().machine();
        Locator link = tab.page().locator(".terminal-tools a.ask-first");

        link.click();
        assertThat(dialog(tab)).containsText("Start over with a fresh machine?");
        assertThat(dialog(tab)).containsText("everything in your machine");
        dialog(tab).locator("a[data-close]").click();
        assertThat(dialog(tab)).hasCount(0);
        assertThat(link).isFocused();
        assertThat(tab.terminal().ask("ls ~/mine.txt")).endsWith("mine.txt");
        assertThat(journeys.classroom().host().machine()).isEqualTo(machine);

        link.click();
        startOver(tab);
        assertThat(dialog(tab)).containsText("You have a fresh machine.");
        dialog(tab).locator("a[data-close]").click();
        assertThat(tab.terminal().awaitPrompt().ask("ls ~; cat ~/setup.txt ~/brought.txt"))
                .contains("ready", "from the lesson")
                .doesNotContain("mine.txt");
        assertThat(journeys.classroom().host().machine()).isNotEqualTo(machine);
        tab.expectProgress("1 of 2 done");
        tab.reload();
        tab.task("first").expect("passed", "Done");
    }

    @Test
    void taskIsStartedOverInItsDialogWithTheOnesBeforeItSolved() {
        course.show(journeys);
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        tab.terminal().awaitPrompt().ask("touch ~/mine.txt");
        Locator link = tab.task("second").locator().locator("a.ask-first");

        link.click();
        assertThat(dialog(tab)).containsText("The tasks before it are solved in it already");
        tab.page().keyboard().press("Escape");
        assertThat(dialog(tab)).hasCount(0);
        assertThat(link).isFocused();

        link.press("Enter");
        startOver(tab);
        assertThat(dialog(tab)).containsText("You have a fresh machine, at the start of this task.");
        dialog(tab).locator("a[data-close]").click();
        assertThat(tab.terminal().awaitPrompt().ask("ls ~"))
                .contains("first.txt")
                .doesNotContain("mine.txt");
        tab.task("second").check();
        tab.task("second").expect("not-yet", "Not yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {".terminal-tools", "#task-second"})
    void questionAndItsAnswerKeepNobodyOut(String place) {
        course.show(journeys);
        LessonTab tab = LessonTab.open(journeys.learner(), course.address());
        tab.terminal().awaitPrompt();

        tab.page().locator(place + " a.ask-first").click();
        assertThat(dialog(tab).locator("a[data-close]")).isFocused();
        Axe.assertAccessible(tab.page());
        startOver(tab);
        assertThat(dialog(tab).locator("a[data-close]")).isFocused();
        Axe.assertAccessible(tab.page());
    }

    private static Locator dialog(LessonTab tab) {
        return tab.page().getByRole(AriaRole.DIALOG);
    }

    /** Says yes, twice as impatient people do, and waits until the terminal is the new machine's. */
    private static void startOver(LessonTab tab) {
        Object before = tab.page().evaluate("watched.sockets.length");
        dialog(tab).locator("button.danger").dblclick();
        Watching.await(
                tab.page(),
                "before => watched.sockets.length > before && watched.sockets.at(-1).readyState === WebSocket.OPEN",
                before);
        assertThat(dialog(tab).locator("h1")).hasText("Done");
        tab.terminal().awaitLive();
    }
}

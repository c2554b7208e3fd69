package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A learner in a classroom that runs in a container, which is restarted, removed and made anew under them. */
@Tag("browser")
class ContainerJourneyTests {

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void containerThatIsRestartedOrMadeAnewTakesNeitherShellNorProgress() {
        try (ComposedClassroom classroom = ComposedClassroom.start()) {
            LessonTab tab = LessonTab.open(journeys.stranger(Journeys.english()), classroom.printedAddress());
            assertThat(tab.page()).hasURL(classroom.origin() + LessonTab.FIRST_LESSON);
            Terminal terminal = tab.terminal().awaitPrompt();
            String shell = terminal.shellPid();
            String machine = classroom.host().machine();
            Patience.until(
                    "the mirror is filled", () -> classroom.logs().contains("The mirror now offers hello-world"));
            terminal.ask("docker run hello-world");
            tab.task("run-hello").check();
            tab.task("run-hello").expect("passed", "Done");

            classroom.compose("restart", "app");

            // Which of the two comes first to be read is a matter of milliseconds.
            Watching.await(
                    tab.page(), "() => watched.said.some(said => /is starting again|reconnecting/.test(said))", null);
            terminal.awaitPrompt();
            assertThat(terminal.shellPid()).isEqualTo(shell);

            classroom.compose("down");
            assertThat(classroom.host().machine()).as("the machine goes on").isEqualTo(machine);
            classroom.up();

            tab.reload();
            terminal.awaitPrompt();
            assertThat(terminal.shellPid()).isEqualTo(shell);
            tab.task("run-hello").expect("passed", "Done");
            tab.task("find-it").check();
            tab.task("find-it").expect("not-yet", "Not yet");
        }
    }
}

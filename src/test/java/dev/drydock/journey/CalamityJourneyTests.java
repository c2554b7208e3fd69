package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a learner is told, and keeps, when something under them breaks. */
@Tag("browser")
class CalamityJourneyTests {

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void serverThatIsKilledTakesNeitherShellNorProgress() {
        Classroom classroom = journeys.classroom();
        classroom.forget();
        LessonTab tab = LessonTab.open(journeys.learner(), classroom);
        Terminal terminal = tab.terminal().awaitPrompt();
        String shell = terminal.shellPid();
        terminal.ask("docker run hello-world");
        tab.task("run-hello").check();
        tab.task("run-hello").expect("passed", "Done");
        terminal.enter("for i in $(seq 1 60); do echo line-$i-; sleep 0.1; done");
        terminal.awaitText("line-3-");

        classroom.kill();
        Watching.awaitSaid(tab.page(), "Connection lost. Your shell keeps running; reconnecting…");
        tab.task("find-it").locator().locator("form.task-check button").click();
        Watching.awaitSaid(tab.page(), "Drydock could not be reached, so nothing was checked.");
        classroom.startAgain();

        terminal.awaitLive();
        terminal.awaitText("line-60-");
        terminal.awaitPrompt();
        assertThat(terminal.text().lines().filter(line -> line.startsWith("line-")))
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(terminal.shellPid()).isEqualTo(shell);
        tab.task("find-it").check();
        tab.task("find-it").expect("not-yet", "Not yet");
        tab.reload();
        tab.task("run-hello").expect("passed", "Done");
        terminal.awaitPrompt();
        assertThat(terminal.shellPid()).isEqualTo(shell);
    }

    @Test
    void machineThatIsStoppedComesBackWithItsFiles() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        terminal.ask("echo my work > ~/work.txt");

        Host.docker("stop", journeys.classroom().host().machine());
        Watching.awaitSaid(tab.page(), "The shell has ended");
        tab.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New shell"))
                .click();

        Watching.awaitSaid(tab.page(), "Your machine is starting…");
        terminal.awaitPrompt();
        assertThat(terminal.ask("cat ~/work.txt")).isEqualTo("my work");
        assertThat(terminal.ask("docker ps --quiet && echo docker answers")).isEqualTo("docker answers");
    }

    @Test
    void machineThatLosesItsPowerComesBackByItselfWithItsFiles() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        terminal.ask("echo my work > ~/work.txt; sync");

        Host.docker("kill", journeys.classroom().host().machine());

        Watching.awaitSaid(tab.page(), "Your machine is starting…");
        terminal.awaitPrompt();
        assertThat(terminal.ask("cat ~/work.txt")).isEqualTo("my work");
        assertThat(terminal.ask("docker ps --quiet && echo docker answers")).isEqualTo("docker answers");
    }

    @Test
    void machineThatIsRemovedIsFollowedByANewOneAndTheLossIsTold() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        terminal.ask("echo my work > ~/work.txt");
        String removed = journeys.classroom().host().machine();

        Host.docker("rm", "-f", removed);

        Watching.awaitSaid(tab.page(), "Your machine is gone, and what was in it. A new one is starting…");
        terminal.awaitPrompt();
        assertThat(journeys.classroom().host().machine()).isNotEqualTo(removed);
        assertThat(terminal.ask("ls ~/work.txt 2>/dev/null || echo none")).isEqualTo("none");
        assertThat(terminal.ask("docker ps --quiet && echo docker answers")).isEqualTo("docker answers");
    }

    @Test
    void dockerThatTheLearnerStopsIsMissedByTheCheckAndComesBackByAButton() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        String shell = terminal.shellPid();
        terminal.ask("service docker stop");

        tab.task("remove-it").check();
        tab.task("remove-it").expect("unreachable", "Machine does not answer");
        tab.task("remove-it").expectMessage("The Docker Engine in your machine does not answer. Nothing was checked.");
        Watching.awaitSaid(tab.page(), "Your work is safe");
        assertThat(tab.task("remove-it")
                        .locator()
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start the machine")))
                .isVisible();

        tab.task("remove-it").startMachine();

        tab.task("remove-it").expect("not-yet", "Not yet");
        assertThat(terminal.ask("docker ps --quiet && echo docker answers")).isEqualTo("docker answers");
        assertThat(terminal.shellPid()).isEqualTo(shell);
    }
}

package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A learner who takes more of the disk than there is for a machine. */
@Tag("browser")
class DiskJourneyTests {

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @BeforeEach
    void giveLittleDisk() {
        Classroom classroom = journeys.classroom();
        classroom.forget();
        classroom.restart("--drydock.machine.disk=512MB");
    }

    @AfterEach
    void giveTheUsualDisk() {
        journeys.classroom().forget();
        journeys.classroom().restart();
    }

    @Test
    void learnerIsWarnedThenStoppedAndCanCleanUp() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        terminal.ask("dd if=/dev/zero of=/root/big bs=1M count=450 2>/dev/null; echo written");

        Watching.awaitSaid(tab.page(), "Your machine’s disk is nearly full: 0.4 GB of 0.5 GB.");
        Axe.assertAccessible(tab.page());
        tab.page().screenshot(new Page.ScreenshotOptions().setPath(Classroom.TRACES.resolve("disk-nearly-full.png")));
        tab.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Understood"))
                .click();
        assertThat(tab.page().locator(".terminal-status")).hasClass("terminal-status is-empty");

        terminal.enter("dd if=/dev/zero of=/root/more bs=1M count=300");
        // How far it gets before somebody looks is nobody's business.
        Watching.awaitSaid(tab.page(), "Your machine was stopped because its disk is full: 0.");
        Watching.awaitSaid(tab.page(), "It starts again in");

        terminal.awaitPrompt();
        assertThat(terminal.ask("ls /root/big /root/more")).isEqualTo("/root/big\n/root/more");
        Watching.awaitSaid(tab.page(), "Your machine’s disk is full: 0.");
        terminal.ask("rm /root/big /root/more");
        Watching.await(
                tab.page(), "() => document.querySelector('.terminal-status').classList.contains('is-empty')", null);
    }
}

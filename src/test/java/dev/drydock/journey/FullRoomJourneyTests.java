package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host that has no room for a learner's machine, and later has. */
@Tag("browser")
class FullRoomJourneyTests {

    private static final String FULL = "--drydock.machines.reserve-disk=900000TB";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @BeforeEach
    void takeAllRoom() {
        Classroom classroom = journeys.classroom();
        classroom.forget();
        classroom.restart(FULL);
    }

    @AfterEach
    void giveRoomBack() {
        journeys.classroom().restart();
    }

    @Test
    void learnerReadsThatTheRoomIsFullAndTheTerminalOpensByItselfWhenItIsNot() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Locator full = tab.page().locator("room-full");
        Watching.awaitSaid(tab.page(), "You are number 1 in line.");
        assertThat(full).isVisible();
        assertThat(full.locator("h2")).hasText("The room is full");
        assertThat(full).containsText("You can read this lesson meanwhile");
        assertThat(full.locator(".room-place")).containsText("You are number 1 in line.");
        Axe.assertAccessible(tab.page());
        picture(tab.page(), "room-full-en");

        journeys.classroom().restart();

        tab.terminal().awaitPrompt();
        assertThat(full).isHidden();
    }

    @Test
    void lineIsKeptWhenThePageIsLoadedAgainAndASecondTabIsToldToo() {
        BrowserContext learner = journeys.learner(Journeys.korean());
        LessonTab tab = LessonTab.open(learner, journeys.classroom());
        Watching.awaitSaid(tab.page(), "기다리는 순서는 1번째입니다.");
        picture(tab.page(), "room-full-ko");
        tab.reload();
        Watching.awaitSaid(tab.page(), "기다리는 순서는 1번째입니다.");

        LessonTab second = LessonTab.open(learner, journeys.classroom());
        Watching.awaitSaid(second.page(), "기다리는 순서는 1번째입니다.");
        assertThat(second.page().locator("room-full h2")).hasText("자리가 가득 찼습니다");
    }

    @Test
    void pageWithoutScriptsSaysSoToo() {
        Page page =
                journeys.learner(Journeys.english().setJavaScriptEnabled(false)).newPage();
        page.navigate(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
        assertThat(page.locator("room-full")).isVisible();
        Locator reload = page.locator("room-full noscript a");
        assertThat(reload).isVisible();
        assertThat(page.locator("room-full .room-place")).isHidden();
        picture(page, "room-full-no-script");

        journeys.classroom().restart();
        reload.click();

        assertThat(page.locator("#lesson-title")).isVisible();
        assertThat(page.locator("room-full")).isHidden();
    }

    private static void picture(Page page, String name) {
        Path file = Classroom.TRACES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}

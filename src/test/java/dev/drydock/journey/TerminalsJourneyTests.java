package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several terminals, and what was once on them. */
@Tag("browser")
class TerminalsJourneyTests {

    private static final String SECOND = "document.querySelector('lab-terminal[name=second]')";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void oneMoreTerminalHasAShellOfItsOwnAndIsThereAfterAReload() {
        LessonTab tab = open();
        Page page = tab.page();
        String first = tab.terminal().shellPid();

        more(page).click();
        awaitPromptOfSecond(page);
        assertThat(page.locator("lab-terminal[name=second] :focus")).hasCount(1);
        page.keyboard().type("echo I am $$\n");
        Watching.await(page, "() => /I am \\d+/.test(" + SECOND + ".screenText())", null);
        assertThat((String) page.evaluate(SECOND + ".screenText()")).doesNotContain("I am " + first);

        tab.reload();
        assertThat(tab(page, "Terminal 2")).hasAttribute("aria-selected", "true");
        awaitPromptOfSecond(page);
        assertThat((String) page.evaluate(SECOND + ".screenText()")).containsPattern("I am \\d+");
        leaveSecond(page);
    }

    @Test
    void tabsAreOneStopForTheKeyboardAndMoveWithItsArrows() {
        LessonTab tab = open();
        Page page = tab.page();
        more(page).click();
        awaitPromptOfSecond(page);

        tab(page, "Terminal 2").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(tab(page, "Terminal")).isFocused();
        assertThat(tab(page, "Terminal")).hasAttribute("aria-selected", "true");
        assertThat(page.locator("lab-terminal[name=second]")).isHidden();
        page.keyboard().press("ArrowLeft");
        assertThat(tab(page, "Terminal 2")).isFocused();
        page.keyboard().press("Home");
        page.keyboard().press("Tab");
        assertThat(more(page)).isFocused();
        tab(page, "Terminal 2").click();
        leaveSecond(page);
    }

    @Test
    void terminalOfTheLearnersOwnIsGoneWhenItsShellHasEnded() {
        LessonTab tab = open();
        Page page = tab.page();
        more(page).click();
        awaitPromptOfSecond(page);

        leaveSecond(page);
        Watching.awaitSaid(page, "Terminal 2 is closed");
        assertThat(page.locator("lab-terminal[name=main] :focus")).hasCount(1);
        tab.reload();
        tab.terminal().awaitPrompt();
        assertThat(tab(page, "Terminal 2")).hasCount(0);
    }

    @Test
    void thereAreFourAtMost() {
        LessonTab tab = open();
        Page page = tab.page();
        for (String name : new String[] {"second", "third", "fourth"}) {
            more(page).click();
            page.waitForSelector("lab-terminal[name=" + name + "][data-state=live]");
        }
        assertThat(page.getByRole(AriaRole.TAB)).hasCount(4);
        assertThat(more(page)).isHidden();
        for (String name : new String[] {"fourth", "third", "second"}) {
            page.keyboard().type("exit\n");
            assertThat(page.locator("lab-terminal[name=" + name + "]")).hasCount(0);
        }
    }

    @Test
    void whatHasScrolledAwayIsFoundAndTheKeyboardGoesBackToTheTerminal() {
        LessonTab tab = open();
        Page page = tab.page();
        tab.terminal().ask("seq -f needle-%g- 200 >&2");
        tab.terminal().focus();
        page.keyboard().press("Control+Shift+F");

        Locator field = page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Find in the terminal"));
        assertThat(field).isFocused();
        page.keyboard().type("needle-7-");
        Watching.awaitSaid(page, "1 of 1");
        Watching.await(page, "() => document.querySelector('lab-terminal').screen.terminal.hasSelection()", null);
        field.fill("not-anywhere");
        Watching.awaitSaid(page, "Not found");
        page.keyboard().press("Escape");
        assertThat(field).isHidden();
        assertThat(page.locator("lab-terminal :focus")).hasCount(1);
    }

    private LessonTab open() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        tab.terminal().awaitPrompt();
        return tab;
    }

    private static void awaitPromptOfSecond(Page page) {
        page.waitForSelector("lab-terminal[name=second][data-state=live]");
        Watching.await(page, "() => /[#$]$/.test(" + SECOND + ".screenText())", null);
    }

    private static void leaveSecond(Page page) {
        page.locator("lab-terminal[name=second]").focus();
        page.keyboard().type("exit\n");
        assertThat(page.locator("lab-terminal[name=second]")).hasCount(0);
    }

    private static Locator more(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("One more terminal"));
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

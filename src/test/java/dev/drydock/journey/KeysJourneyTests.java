package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who knows the keys of the lesson page, and somebody who wants none of them. */
@Tag("browser")
class KeysJourneyTests {

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void tasksAreWalkedThroughAndCheckedWithoutAMouse() {
        LessonTab tab = open();
        Page page = tab.page();

        page.keyboard().press("j");
        assertThat(focusedCard(page)).hasAttribute("id", "task-run-hello");
        page.keyboard().press("j");
        assertThat(focusedCard(page)).hasAttribute("id", "task-find-it");
        page.keyboard().press("k");
        assertThat(focusedCard(page)).hasAttribute("id", "task-run-hello");
        page.keyboard().press("c");
        assertThat(tab.task("run-hello").locator().locator(".task-verdict")).isVisible();
    }

    @Test
    void nextCommandRunsOnceAndTheKeyCanBePressedAgain() {
        LessonTab tab = open();
        Terminal terminal = tab.terminal();
        String first = fence(tab, 0);
        String second = fence(tab, 1);

        tab.page().keyboard().press("r");
        terminal.awaitText(first);
        terminal.awaitPrompt();
        assertThat(tab.page().locator("lab-terminal :focus")).hasCount(0);
        tab.page().keyboard().press("r");
        terminal.awaitText(second);

        assertThat(terminal.count("# " + first)).isEqualTo(1);
    }

    @Test
    void noKeyIsAShortcutWhereSomebodyTypes() {
        LessonTab tab = open();
        Page page = tab.page();

        tab.terminal().type("jc?");
        tab.terminal().awaitText("jc?");
        tab.terminal().press("Control+u");
        page.keyboard().press("Control+Shift+F");
        page.keyboard().type("jc?");

        assertThat(page.locator(".find-bar input")).hasValue("jc?");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator(".task-verdict"))
                .hasCount(page.locator("task-card:not([data-state=open])").count());
    }

    @Test
    void listOfKeysIsOpenedByItsKeyAndByItsButtonAndLeavesTheFocusWhereItWas() {
        LessonTab tab = open();
        Page page = tab.page();
        Locator dialog = page.getByRole(AriaRole.DIALOG, named("Settings and keys"));
        page.locator("#lesson").focus();

        page.keyboard().press("?");
        assertThat(dialog).containsText("run the next command");
        assertThat(dialog).containsText("leave the terminal");
        page.keyboard().press("j");
        assertThat(page.locator("task-card :focus")).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(page.locator("#lesson")).isFocused();

        page.getByRole(AriaRole.BUTTON, named("Settings")).click();
        assertThat(dialog).isVisible();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(dialog).isHidden();
    }

    @Test
    void shortcutsThatAreSwitchedOffStayOff() {
        LessonTab tab = open();
        Page page = tab.page();
        page.keyboard().press("?");
        page.getByLabel("Single keys do this").uncheck();
        page.keyboard().press("Escape");

        tab.reload();
        tab.terminal().awaitPrompt();
        page.locator("#lesson").focus();
        for (String key : new String[] {"?", "j", "t"}) {
            page.keyboard().press(key);
        }

        assertThat(page.locator("#lesson")).isFocused();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private LessonTab open() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        tab.terminal().awaitPrompt();
        tab.page().evaluate("document.activeElement.blur()");
        return tab;
    }

    private static Locator focusedCard(Page page) {
        return page.locator("task-card:focus-within");
    }

    private static String fence(LessonTab tab, int index) {
        return tab.page()
                .locator("code-fence[run] code")
                .nth(index)
                .textContent()
                .strip();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

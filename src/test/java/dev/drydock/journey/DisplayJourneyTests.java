package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same page by night, on a phone, and for somebody who listens to it. */
@Tag("browser")
class DisplayJourneyTests {

    private static final String PAPER = "getComputedStyle(document.documentElement).backgroundColor";
    private static final String DAY = "rgb(245, 247, 246)";
    private static final String NIGHT = "rgb(15, 27, 37)";
    private static final String SCREEN = "document.querySelector('lab-terminal').screen.terminal.options";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void coloursThatWereChosenAreThereBeforeAnythingIsDrawnAndTheTerminalFollows() {
        BrowserContext window = journeys.learner(Journeys.english().setColorScheme(ColorScheme.LIGHT));
        LessonTab tab = open(window);
        Page page = tab.page();
        assertThat(page.evaluate(PAPER)).isEqualTo(DAY);
        page.keyboard().press("?");
        page.getByLabel("Dark", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.evaluate(PAPER)).isEqualTo(NIGHT);
        assertThat(page.evaluate(SCREEN + ".theme.background")).isEqualTo("#0b1620");

        // Without its modules the page is as it is at its very first picture.
        window.route("**/assets/page/main.js", route -> route.abort());
        page.reload();
        assertThat(page.evaluate(PAPER)).isEqualTo(NIGHT);
        window.unroute("**/assets/page/main.js");
        page.navigate(journeys.classroom().origin() + "/courses");
        assertThat(page.evaluate(PAPER)).isEqualTo(NIGHT);
    }

    @Test
    void coloursFollowTheSystemUntilSomebodyChooses() {
        LessonTab tab = open(journeys.learner(Journeys.english().setColorScheme(ColorScheme.LIGHT)));
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(tab.page().evaluate(PAPER)).isEqualTo(NIGHT);
        assertThat(tab.page().evaluate(SCREEN + ".theme.background")).isEqualTo("#0b1620");
    }

    @Test
    void outputIsInTheAccessibilityTreeOnceScreenReaderModeIsOnAndItStaysOn() {
        LessonTab tab = open(journeys.learner());
        Page page = tab.page();
        page.keyboard().press("?");
        page.getByLabel("Screen reader mode").check();
        page.keyboard().press("Escape");

        tab.terminal().enter("echo heard-$((40+2))");
        assertThat(panel(page).getByRole(AriaRole.LISTITEM).getByText("heard-42"))
                .hasCount(1);

        tab.reload();
        tab.terminal().awaitPrompt();
        assertThat(panel(page).getByRole(AriaRole.LISTITEM).getByText("heard-42"))
                .hasCount(1);
    }

    @Test
    void lettersOfTheTerminalGrowAndStayLarge() {
        LessonTab tab = open(journeys.learner());
        String before = tab.terminal().ask("stty size");
        tab.page().locator("#lesson").focus();
        for (int press = 0; press < 6; press++) {
            tab.page().keyboard().press("+");
        }
        Watching.awaitSaid(tab.page(), "Letters in the terminal: 20");
        assertThat(tab.terminal().ask("stty size")).isNotEqualTo(before);

        tab.reload();
        tab.terminal().awaitPrompt();
        assertThat(tab.page().evaluate(SCREEN + ".fontSize")).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ko-KR"})
    void nothingIsWiderThanAPhone(String locale) {
        BrowserContext phone = journeys.learner(phone().setLocale(locale));
        LessonTab tab = open(phone);
        assertFits(tab.page());
        tab.page().navigate(journeys.classroom().origin() + "/courses");
        assertFits(tab.page());
    }

    @Test
    void lessonAndTerminalOfAPhoneShareTheScreenAsTheirReaderLikes() {
        LessonTab tab = open(journeys.learner(phone()));
        Page page = tab.page();
        Locator bar = page.getByRole(AriaRole.SEPARATOR, new Page.GetByRoleOptions().setName("Room for the lesson"));
        assertThat(bar).hasAttribute("aria-orientation", "horizontal");
        assertThat(box(page.locator("#lesson")).y).isLessThan(box(panel(page)).y);

        double before = box(page.locator("#lesson")).height;
        bar.focus();
        page.keyboard().press("ArrowUp");
        assertThat(box(page.locator("#lesson")).height).isLessThan(before);
        bar.tap();
        Watching.await(page, "() => document.querySelector('[role=separator]').ariaValueNow === '15'", null);
        assertThat(box(panel(page)).height).isGreaterThan(300);
        bar.tap();
        Watching.await(page, "() => document.querySelector('[role=separator]').ariaValueNow === '85'", null);
        page.reload();
        assertThat(bar).hasAttribute("aria-valuenow", "85");
    }

    @Test
    void keysThatAPhoneLacksAreBelowItsTerminal() {
        LessonTab tab = open(journeys.learner(phone()));
        Locator keys =
                tab.page().getByRole(AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName("Keys for the terminal"));
        tab.terminal().enter("sleep 1000");

        key(keys, "Ctrl").tap();
        assertThat(key(keys, "Ctrl")).hasAttribute("aria-pressed", "true");
        tab.page().keyboard().type("c");
        tab.terminal().awaitPrompt();
        assertThat(tab.terminal().text()).contains("^C");
        assertThat(key(keys, "Ctrl")).hasAttribute("aria-pressed", "false");

        tab.terminal().enter("echo agai\b\bain");
        tab.terminal().awaitPrompt();
        int before = tab.terminal().count("\nagain");
        key(keys, "Up").tap();
        tab.page().keyboard().press("Enter");
        Patience.until("the last command has run again", () -> tab.terminal().count("\nagain") == before + 1);
    }

    private LessonTab open(BrowserContext window) {
        LessonTab tab = LessonTab.open(window, journeys.classroom());
        tab.terminal().awaitPrompt();
        return tab;
    }

    private static NewContextOptions phone() {
        return Journeys.english().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
    }

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.TABPANEL, new Page.GetByRoleOptions().setName("Terminal"));
    }

    private static Locator key(Locator keys, String name) {
        return keys.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static BoundingBox box(Locator element) {
        return element.boundingBox();
    }

    /** Neither the page nor its header can be scrolled sideways, and nothing of the header is cut off. */
    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(page.evaluate("""
                [...document.querySelectorAll('.site-header > *, .terminal-bar > *')]
                  .filter((each) => each.getBoundingClientRect().right > 390).map((each) => each.className)"""))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }
}

package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who changes the language in the middle of a lesson goes on reading where they were. */
@Tag("browser")
class PlaceJourneyTests {

    private static final Offset<Double> NEARLY = Offset.offset(2.0);

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void taskAtTheTopStaysThereInTheOtherLanguageWithItsHintOpen() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Page page = tab.page();
        tab.terminal().awaitPrompt();
        Locator card = tab.task("read-logs").locator();
        card.evaluate("card => card.scrollIntoView()");
        card.locator("details.hint summary").first().click();
        double before = top(card);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("한국어"))
                .click();

        assertThat(page.locator("html")).hasAttribute("lang", "ko");
        tab.terminal().awaitPrompt();
        assertThat(top(card)).isCloseTo(before, NEARLY);
        assertThat(card.locator("details.hint").first()).hasAttribute("open", "");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("한국어")))
                .isFocused();
    }

    @Test
    void headingAtTheTopStaysThereThoughItsWordsAreOthers() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Page page = tab.page();
        tab.terminal().awaitPrompt();
        Locator heading = page.locator(".prose h2").nth(1);
        String words = heading.textContent();
        heading.evaluate("heading => heading.scrollIntoView()");
        double before = top(heading);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("한국어"))
                .click();
        tab.terminal().awaitPrompt();

        assertThat(top(heading)).isCloseTo(before, NEARLY);
        assertThat(heading.textContent()).isNotEqualTo(words);
    }

    @Test
    void reloadKeepsThePlace() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Locator card = tab.task("keep-running").locator();
        tab.terminal().awaitPrompt();
        card.evaluate("card => card.scrollIntoView()");
        double before = top(card);

        tab.reload();
        tab.terminal().awaitPrompt();

        assertThat(top(card)).isCloseTo(before, NEARLY);
    }

    @Test
    void languageOfTheBrowserIsTheFirst() {
        Page page = journeys.learner(Journeys.korean()).newPage();
        page.navigate(journeys.classroom().origin() + "/courses");
        assertThat(page.locator("html")).hasAttribute("lang", "ko");
    }

    private static double top(Locator element) {
        return element.boundingBox().y;
    }
}

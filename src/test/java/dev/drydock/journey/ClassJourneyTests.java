package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instructor and the learners of a class, each at a browser of their own. */
@Tag("browser")
class ClassJourneyTests {

    private static final String TOO_WIDE = """
            [...document.querySelectorAll("body *")]
              .filter((element) => element.getBoundingClientRect().right > 360 && !element.closest(".skip, .visually-hidden"))
              .map((element) => element.outerHTML.slice(0, 120))""";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @BeforeEach
    void openToAClass() {
        Classroom classroom = journeys.classroom();
        classroom.forget();
        classroom.restart("--drydock.classroom.open=true");
    }

    @AfterEach
    void closeAgain() {
        Classroom classroom = journeys.classroom();
        classroom.restart();
        classroom.forget();
    }

    @Test
    void learnerJoinsTheInstructorsClassWorksAndIsTakenOutAndLetInAgain() {
        Page teach = instructor(Journeys.english());
        Axe.assertAccessible(teach);
        String code = makeAClass(teach, "Wednesday");
        Axe.assertAccessible(teach);
        picture(teach, "class-empty");

        BrowserContext desk = journeys.stranger(Journeys.english());
        Page account = join(desk, code, "Minjun");
        assertThat(account.locator(".memberships")).containsText("Wednesday");
        Axe.assertAccessible(account);
        LessonTab lesson = LessonTab.open(desk, journeys.classroom());
        lesson.terminal().awaitPrompt();

        teach.reload();
        Locator row = teach.locator(".roster th[scope=row]");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("Minjun");
        teach.locator(".roster summary").press("Enter");
        Axe.assertAccessible(teach);
        picture(teach, "class-roster");
        teach.getByText("Take out of the class").press("Enter");
        assertThat(teach.locator(".teach-told")).containsText("Taken out of the class.");
        assertThat(row).hasCount(0);

        assertThat(lesson.page().getByText("You are not signed in any more.").first())
                .isVisible();
        lesson.page().reload();
        assertThat(lesson.page().locator("#problem")).containsText("You were taken out of the class “Wednesday”");
        Axe.assertAccessible(lesson.page());
        picture(lesson.page(), "class-removed");

        teach.locator(".removed summary").press("Enter");
        teach.getByText("Let in again").press("Enter");
        assertThat(row).containsText("Minjun");
        lesson.page().navigate(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
        new Terminal(lesson.page()).awaitPrompt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ko-KR"})
    void withoutScriptsAndOnAPhoneEverythingIsThereToo(String locale) {
        Page teach = instructor(
                Journeys.english().setLocale(locale).setViewportSize(360, 740).setJavaScriptEnabled(false));
        assertFits(teach);
        picture(teach, "teach-" + locale);
        makeAClass(teach, "수요일 Wednesday");
        teach.locator("#names").fill("김민준\nAda Lovelace\nAda Lovelace\n");
        teach.locator("form[action$='/invitations'] button").click();
        assertThat(teach.locator(".handout-code")).hasCount(2);
        assertThat(teach.locator(".problems li")).hasCount(1);
        assertFits(teach);
        picture(teach, "codes-" + locale);
        String code = teach.locator(".handout-code").first().textContent();
        teach.locator(".teach-up a").click();
        teach.locator(".roster summary").first().click();
        assertFits(teach);
        picture(teach, "class-" + locale);

        Page learner = journeys.stranger(Journeys.english()
                        .setLocale(locale)
                        .setViewportSize(360, 740)
                        .setJavaScriptEnabled(false))
                .newPage();
        learner.navigate(journeys.classroom().origin() + "/account");
        learner.locator("#personal-code").fill(code);
        learner.locator("form[action='/sign-in/return'] button").click();
        assertThat(learner).hasURL(journeys.classroom().origin() + "/account");
        assertFits(learner);
        picture(learner, "account-of-class-" + locale);
    }

    private Page instructor(NewContextOptions options) {
        Page page = journeys.stranger(options).newPage();
        page.navigate(journeys.classroom().instructorAddress());
        assertThat(page).hasURL(journeys.classroom().origin() + "/teach");
        return page;
    }

    /** Returns its join code. */
    private static String makeAClass(Page teach, String name) {
        teach.locator("#name").fill(name);
        teach.locator("#name").press("Enter");
        assertThat(teach.locator("h1")).hasText(name);
        return teach.locator(".join-code").textContent();
    }

    private Page join(BrowserContext window, String code, String name) {
        Page page = window.newPage();
        page.navigate(journeys.classroom().origin() + "/join/" + code.replace("-", ""));
        assertThat(page.getByLabel("join code")).hasValue(code);
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Your name").press("Enter");
        assertThat(page).hasURL(journeys.classroom().origin() + "/account");
        return page;
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate(TOO_WIDE))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    /** For who wants to look at it. */
    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "journeys", name + ".png")));
    }
}

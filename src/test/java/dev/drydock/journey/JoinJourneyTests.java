package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class whose learners join by its access code, each with a browser of their own. */
@Tag("browser")
class JoinJourneyTests {

    private static final String ACCESS_CODE = "7KQM-X2PD";

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @BeforeEach
    void openToAClass() {
        Classroom classroom = journeys.classroom();
        classroom.forget();
        classroom.restart("--drydock.classroom.open=true");
        classroom.setAccessCode(ACCESS_CODE);
    }

    @AfterEach
    void closeAgain() {
        Classroom classroom = journeys.classroom();
        classroom.restart();
        // The others of this run know of one machine only.
        classroom.forget();
    }

    @Test
    void twoLearnersOfOneNameHaveAMachineEachAndOneComesBackFromAnotherDevice() {
        BrowserContext first = journeys.stranger(Journeys.english());
        Page account = join(first, "Minjun");
        String code = account.locator(".personal-code").textContent();
        BrowserContext second = journeys.stranger(Journeys.english());
        join(second, "Minjun");

        LessonTab one = LessonTab.open(first, journeys.classroom());
        one.terminal().awaitPrompt().ask("touch ~/of-the-first.txt");
        LessonTab other = LessonTab.open(second, journeys.classroom());
        assertThat(other.terminal().awaitPrompt().ask("ls ~")).doesNotContain("of-the-first.txt");
        one.page().close();

        BrowserContext device = journeys.stranger(Journeys.english().setViewportSize(390, 780));
        Page page = device.newPage();
        page.navigate(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
        page.getByLabel("Personal code").fill(code.toLowerCase().replace("-", " "));
        page.getByText("Go on where I was").click();
        assertThat(page).hasURL(journeys.classroom().origin() + LessonTab.FIRST_LESSON);
        assertThat(new Terminal(page).awaitPrompt().ask("ls ~")).contains("of-the-first.txt");
    }

    @Test
    void whatIsWrongIsSaidAtTheFormAndWhatWasTypedStays() {
        Page page = journeys.stranger(Journeys.english()).newPage();
        page.navigate(journeys.classroom().origin() + "/");
        Axe.assertAccessible(page);
        Locator problem = page.getByRole(AriaRole.ALERT);
        assertThat(problem).hasCount(0);

        page.getByLabel("Access code").fill("WRONG");
        page.getByLabel("Your name").fill("Ada");
        page.getByText("Join", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(problem).containsText("That is not the access code, nor the join code of a class.");
        assertThat(page.getByLabel("Your name")).hasValue("Ada");
        assertThat(page.getByLabel("Access code")).hasAttribute("aria-describedby", "problem");
        Axe.assertAccessible(page);

        page.getByLabel("Access code").fill(ACCESS_CODE);
        page.getByLabel("Your name").fill("  ");
        page.getByLabel("Your name").press("Enter");
        assertThat(problem).containsText("Type a name, too");

        page.getByLabel("Personal code").fill("AAAA-AAAA-AAAA-AAAA");
        page.getByLabel("Personal code").press("Enter");
        assertThat(problem).containsText("Nobody here has that personal code.");
        page.getByText("한국어").click();
        assertThat(page.locator("h1")).hasText("수업에 참가하기");
    }

    @Test
    void tooManyTriesAreToldToWait() {
        Page page = journeys.stranger(Journeys.english()).newPage();
        page.navigate(journeys.classroom().origin() + "/sign-in");
        page.evaluate("""
                async () => {
                  const body = new URLSearchParams({ code: "WRONG", name: "Mallory" });
                  for (let tries = 0, status = 0; tries < 500 && status !== 429; tries++) {
                    ({ status } = await fetch("/sign-in/join", { method: "POST", body }));
                  }
                }""");

        page.getByLabel("Access code").fill(ACCESS_CODE);
        page.getByLabel("Your name").fill("Mallory");
        page.getByLabel("Your name").press("Enter");

        assertThat(page.locator("#problem")).containsText("There were too many tries from your network.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ko-KR"})
    void withoutScriptsAndOnAPhoneEverythingIsThereToo(String locale) {
        BrowserContext phone = journeys.stranger(
                Journeys.english().setLocale(locale).setViewportSize(360, 740).setJavaScriptEnabled(false));
        Page page = phone.newPage();
        page.navigate(journeys.classroom().origin() + "/");
        picture(page, "join-" + locale);
        assertFits(page);
        page.locator("#access-code").fill(ACCESS_CODE);
        page.locator("#name").fill("민준");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("민준");
        picture(page, "account-" + locale);
        assertFits(page);
        String code = page.locator(".personal-code").textContent();

        page.locator("form[action='/account/code'] button").click();
        assertThat(page.locator(".personal-code")).not().hasText(code);
        page.locator(".account-form[action='/sign-out'] button").click();
        assertThat(page.locator("#access-code")).isVisible();
        page.navigate(journeys.classroom().origin() + "/account");
        assertThat(page.locator("#personal-code")).isVisible();
    }

    @Test
    void accountIsFoundFromEveryPageAndAccessible() {
        BrowserContext learner = journeys.stranger(Journeys.english());
        Page page = join(learner, "Ada");
        Axe.assertAccessible(page);
        page.getByText("To the lessons").click();
        page.locator("header .account-link").click();
        assertThat(page).hasURL(journeys.classroom().origin() + "/account");
    }

    private Page join(BrowserContext window, String name) {
        Page page = window.newPage();
        page.navigate(journeys.classroom().origin() + "/");
        page.getByLabel("Access code").fill(ACCESS_CODE);
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Your name").press("Enter");
        assertThat(page).hasURL(journeys.classroom().origin() + "/account");
        return page;
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    /** For who wants to look at it. */
    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "journeys", name + ".png")));
    }
}

package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;

/** A tab that shows a lesson. */
record LessonTab(Page page, Terminal terminal) {

    static final String FIRST_LESSON = "/courses/docker-basics/lessons/01-first-container";

    /** Opens the first lesson in a window of the learner. */
    static LessonTab open(BrowserContext window, Classroom classroom) {
        return open(window, classroom.origin() + FIRST_LESSON);
    }

    /** Opens an address that leads to a lesson. */
    static LessonTab open(BrowserContext window, String address) {
        Page page = window.newPage();
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        return new LessonTab(page, new Terminal(page));
    }

    void reload() {
        page.reload();
    }

    Card task(String id) {
        return new Card(page, id);
    }

    /** Presses Run on the fence with this command. */
    void run(String command) {
        Locator fence = page.locator("code-fence")
                .filter(new Locator.FilterOptions().setHasText(command))
                .first();
        fence.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run"))
                .click();
    }

    void expectProgress(String words) {
        assertThat(page.locator("#progress")).containsText(words);
    }

    /** A task's card on the page. */
    record Card(Page page, String id) {

        Locator locator() {
            return page.locator("task-card#task-" + id);
        }

        /** Presses the only button that checks, and waits for the answer. */
        void check() {
            press("/check", "form.task-check button");
        }

        void startMachine() {
            press("/start", "form.task-start button");
        }

        void expect(String state, String words) {
            assertThat(locator()).hasAttribute("data-state", state);
            assertThat(locator().locator(".task-state")).containsText(words);
        }

        void expectMessage(String words) {
            assertThat(locator().locator(".verdict-message")).containsText(words);
        }

        private void press(String path, String button) {
            Response answer = page.waitForResponse(
                    response -> response.url().endsWith(id + path),
                    () -> locator().locator(button).click());
            answer.finished();
            assertThat(locator().locator("[aria-busy=true]")).hasCount(0);
        }
    }
}

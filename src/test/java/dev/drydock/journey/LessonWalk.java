package dev.drydock.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A learner who works a lesson's page through from top to bottom: runs every command between the tasks, answers the quizzes rightly, and
 * solves the tasks in the author's way. What goes wrong is written down, and the walk goes on.
 */
final class LessonWalk {

    /** In CSS pixels; what a browser can still photograph. */
    private static final int MOST_HEIGHT = 16_000;

    private final LessonSource lesson;
    private final LessonTab tab;
    private final List<String> findings = new ArrayList<>();
    private boolean solutionSeen;

    LessonWalk(LessonSource lesson, LessonTab tab) {
        this.lesson = lesson;
        this.tab = tab;
    }

    /** Works through all of it and returns what was not as it should be, a line each. */
    List<String> walk() {
        tab.page().waitForSelector("article.lesson:not(:has(lesson-preparation:not([data-state=ready])))");
        tab.terminal().awaitPrompt();
        Locator blocks = tab.page().locator("article.lesson > .prose, article.lesson > task-card");
        for (int block = 0; block < blocks.count(); block++) {
            attempt(blocks.nth(block));
        }
        return findings;
    }

    /** One that cannot be done is a finding like others; the next may still go. */
    private void attempt(Locator block) {
        try {
            visit(block);
        } catch (AssertionError | PlaywrightException stuck) {
            note(false, stuck.getMessage() + "\n" + screenEnd());
            tab.terminal().focus();
            tab.terminal().press("Control+c");
        }
    }

    private void visit(Locator block) {
        String card = block.getAttribute("id");
        if (card == null) {
            followText(block);
        } else if (String.valueOf(block.getAttribute("class")).contains("quiz")) {
            answer(card.substring("task-".length()));
        } else {
            solve(card.substring("task-".length()));
        }
    }

    private void followText(Locator prose) {
        for (Locator fence : prose.locator("code-fence").all()) {
            if (fence.getAttribute("save") != null) {
                fence.locator(".fence-save").click();
                fence.locator(".fence-news").waitFor();
                note(fence.locator(".fence-news.is-trouble").count() == 0, "Save: " + fence.innerText());
            } else if (fence.getAttribute("run") != null) {
                run(fence);
            }
        }
    }

    /** Presses Run, waits for the command's end, and writes down an exit code that the author did not mean. */
    private void run(Locator fence) {
        String command = fence.locator("pre").textContent();
        String first = command.lines().findFirst().orElseThrow();
        int before = tab.terminal().count(first);
        fence.locator(".fence-run").click();
        Patience.until("it was typed: " + first, () -> tab.terminal().count(first) > before);
        if (lesson.isMarked(command, "stays")) {
            tab.terminal().focus();
            tab.terminal().press("Control+c");
            tab.terminal().awaitPrompt();
            return;
        }
        tab.terminal().awaitPrompt();
        String status = tab.terminal().ask("echo $?");
        note(status.equals("0") != lesson.isMarked(command, "fails"), "ended with " + status + ": " + command.strip());
    }

    private void answer(String quiz) {
        Locator card = tab.task(quiz).locator();
        note(!"passed".equals(card.getAttribute("data-state")), "answered before it was: " + quiz);
        lesson.right(quiz)
                .forEach(
                        choice -> card.locator(".quiz-choice input").nth(choice).check());
        send("/quizzes/" + quiz, card.locator("form.task-check button"));
        note("passed".equals(state(quiz)), "not right: " + quiz);
    }

    /** Checks before the work (nothing that other lessons left may be taken for it) and after it. */
    private void solve(String task) {
        LessonTab.Card card = tab.task(task);
        card.check();
        note("not-yet".equals(state(task)), "before the work: " + task + " " + verdict(task));
        if (!solutionSeen && showSolution(task)) {
            run(card.locator().locator("details.solution code-fence"));
        } else {
            String status = tab.terminal().perform(lesson.solution(task));
            note(status.equals("0"), "the solution of " + task + " ended with " + status);
        }
        card.check();
        note("passed".equals(state(task)), "after the work: " + task + " " + verdict(task) + "\n" + screenEnd());
    }

    /** Tries until the page offers the solution; not where the lesson never does. */
    private boolean showSolution(String task) {
        LessonTab.Card card = tab.task(task);
        while (card.locator().locator(".solution-later").count() > 0) {
            card.check();
        }
        Locator show = card.locator().locator("form.task-solution button");
        if (show.count() == 0) {
            return false;
        }
        send(task + "/solution", show);
        solutionSeen = true;
        return true;
    }

    private void send(String path, Locator button) {
        Response answer = tab.page().waitForResponse(response -> response.url().endsWith(path), button::click);
        answer.finished();
        tab.page().waitForSelector("article.lesson:not(:has(task-card [aria-busy=true]))");
    }

    private String state(String id) {
        return String.valueOf(tab.task(id).locator().getAttribute("data-state"));
    }

    private String verdict(String id) {
        return state(id) + " "
                + String.join(
                        " ", tab.task(id).locator().locator(".task-verdict").allInnerTexts());
    }

    private String screenEnd() {
        String text = tab.terminal().text();
        return text.substring(Math.max(0, text.length() - 1500));
    }

    private void note(boolean asItShouldBe, String finding) {
        if (!asItShouldBe) {
            findings.add(lesson.id() + ": " + finding);
        }
    }

    /** The page from top to bottom in one picture, though it scrolls in parts. */
    static void photograph(Page page, int width, Path file) {
        page.setViewportSize(width, 900);
        Locator bar = page.locator("split-view > [role=separator]");
        if ("horizontal".equals(bar.getAttribute("aria-orientation"))) {
            bar.press("End");
        }
        int height = 900;
        int hidden = hiddenHeight(page);
        while (hidden > 0 && height < MOST_HEIGHT) {
            height = Math.min(height + hidden + 100, MOST_HEIGHT);
            page.setViewportSize(width, height);
            hidden = hiddenHeight(page);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static int hiddenHeight(Page page) {
        return ((Number) page.evaluate("() => {"
                        + " const lesson = document.querySelector('#lesson');"
                        + " return lesson.scrollHeight - lesson.clientHeight;"
                        + "}"))
                .intValue();
    }
}

package dev.drydock.journey;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/** The terminal of a page: what is in its buffer, and a keyboard before it. */
record Terminal(Page page) {

    private static final String TEXT = "document.querySelector('lab-terminal').screenText()";
    private static final AtomicInteger QUESTIONS = new AtomicInteger(1000);

    /** Waits until the shell can be typed into. */
    Terminal awaitLive() {
        awaitState("live");
        return this;
    }

    void awaitState(String state) {
        page.waitForSelector("lab-terminal[data-state=" + state + "]");
    }

    /** Waits for a shell that waits for a command. */
    Terminal awaitPrompt() {
        awaitLive();
        Watching.await(page, "() => /[#$]$/.test(" + TEXT + ")", null);
        return this;
    }

    /** Everything on the screen and above it. */
    String text() {
        return (String) page.evaluate(TEXT);
    }

    int count(String words) {
        return text().split(java.util.regex.Pattern.quote(words), -1).length - 1;
    }

    void awaitText(String words) {
        Watching.await(page, "words => " + TEXT + ".includes(words)", words);
    }

    void focus() {
        page.locator("lab-terminal").first().focus();
    }

    /** Types, key by key. */
    void type(String text) {
        focus();
        page.keyboard().type(text);
    }

    void enter(String command) {
        type(command);
        press("Enter");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Runs a command at the prompt, waits for its end and returns what it wrote, without line ends at its end. */
    String ask(String command) {
        int number = QUESTIONS.incrementAndGet();
        // What is typed is echoed and must not be taken for the answer.
        enter("printf '<<%s:%s:>>\\n' " + number + " \"$(" + command + ")\"");
        String answer = (String) Watching.await(
                page, "number => new RegExp(`<<${number}:([^]*?):>>`).exec(" + TEXT + ")?.[1] ?? null", number);
        awaitPrompt();
        return answer;
    }

    /** Types several commands at the prompt as one, so that nothing is typed while they run, and returns the exit code of the last. */
    String perform(String commands) {
        int number = QUESTIONS.incrementAndGet();
        enter("{\n" + commands + "\n}; printf '<<%s:%s:>>\\n' " + number + " $?");
        String status = (String) Watching.await(
                page, "number => new RegExp(`<<${number}:([^]*?):>>`).exec(" + TEXT + ")?.[1] ?? null", number);
        awaitPrompt();
        return status;
    }

    String shellPid() {
        return ask("echo $$");
    }
}

package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody at the terminal: what they type, what they see, and what happens to their shell. */
@Tag("browser")
class ShellJourneyTests {

    private static final long MEGABYTE = 1024 * 1024;
    private static final Pattern VALUE = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} ([0-9.E]+)$");

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @Test
    void shellThatEndsIsFollowedByANewOneWhenAskedFor() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        String first = terminal.shellPid();

        terminal.enter("exit 3");
        Watching.awaitSaid(tab.page(), "The shell has ended (status 3).");
        terminal.awaitState("exited");
        button(tab.page(), "New shell").click();

        terminal.awaitPrompt();
        assertThat(terminal.shellPid()).isNotEqualTo(first);
    }

    @Test
    void secondTabTakesTheShellAndTheFirstCanTakeItBack() {
        BrowserContext window = journeys.learner();
        LessonTab first = LessonTab.open(window, journeys.classroom());
        String shell = first.terminal().awaitPrompt().shellPid();

        LessonTab second = LessonTab.open(window, journeys.classroom());
        second.terminal().awaitPrompt();
        Watching.awaitSaid(first.page(), "This shell is open in another tab.");
        assertThat(second.terminal().shellPid()).isEqualTo(shell);

        button(first.page(), "Use it here").click();
        first.terminal().awaitPrompt();
        second.terminal().awaitState("replaced");
        assertThat(first.terminal().shellPid()).isEqualTo(shell);
        assertThat(button(second.page(), "Use it here")).isVisible();
    }

    @Test
    void programThatWritesWithoutEndNeitherFillsTheServerNorStopsTheKeyboard() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        long before = heapInUse();
        long received = Watching.received(tab.page());

        terminal.enter("yes I write and write");
        Watching.awaitReceived(tab.page(), received + 20 * MEGABYTE);
        long during = heapInUse();
        terminal.focus();
        terminal.press("Control+c");

        terminal.awaitPrompt();
        assertThat(terminal.ask("echo still here")).isEqualTo("still here");
        assertThat(during - before).isLessThan(16 * MEGABYTE);
        assertThat(heapInUse() - before).isLessThan(16 * MEGABYTE);
    }

    @Test
    void koreanIsComposedAndWideCharactersAreShownAndSentWhole() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        terminal.type("echo '");
        compose(tab.page(), "ㅎ", "하", "한");
        compose(tab.page(), "ㄱ", "그", "글");
        tab.page().keyboard().insertText(" 漢字 👩‍💻");
        terminal.enter("' > /tmp/wide");

        terminal.awaitPrompt();
        assertThat(terminal.text()).contains("echo '한글 漢字 👩‍💻' > /tmp/wide");
        assertThat(terminal.ask("cat /tmp/wide")).isEqualTo("한글 漢字 👩‍💻");
        assertThat(terminal.ask("wc -c < /tmp/wide")).isEqualTo("26");
    }

    @Test
    void pasteOfSeveralLinesWaitsForEnter() {
        BrowserContext window = journeys.learner();
        window.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        LessonTab tab = LessonTab.open(window, journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        String token = terminal.ask("echo $RANDOM$RANDOM");
        tab.page().evaluate("text => navigator.clipboard.writeText(text)", "echo one-" + token + "\necho two-$((1+1))");

        terminal.focus();
        terminal.press("Control+Shift+V");
        terminal.awaitText("echo two-$((1+1))");
        assertThat(terminal.text()).doesNotContain("\none-" + token);
        terminal.press("Enter");

        terminal.awaitText("\none-" + token + "\ntwo-2\n");
    }

    @Test
    void windowThatChangesItsSizeChangesTheTerminals() {
        LessonTab tab = LessonTab.open(journeys.learner(), journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        String before = terminal.ask("stty size");

        tab.page().setViewportSize(1000, 560);
        Patience.until("the shell knows of the smaller window", () -> fits(terminal.ask("stty size"), before, -1));
        tab.page().setViewportSize(1500, 950);
        Patience.until("the shell knows of the larger window", () -> fits(terminal.ask("stty size"), before, 1));
        assertThat(terminal.ask("echo $COLUMNS $LINES")).isNotEqualTo(before);
    }

    @Test
    void connectionsThatBreakOffLoseAndDoubleNothing() {
        BrowserContext window = journeys.learner();
        LessonTab tab = LessonTab.open(window, journeys.classroom());
        Terminal terminal = tab.terminal().awaitPrompt();
        String shell = terminal.shellPid();

        terminal.enter("clear; for i in $(seq 1 1200); do echo line-$i-; [ $((i % 10)) -ne 0 ] || sleep 0.02; done");
        for (int line : new int[] {100, 300, 500}) {
            terminal.awaitText("line-" + line + "-");
            Watching.dropConnection(tab.page());
            terminal.awaitLive();
        }
        window.setOffline(true);
        Watching.dropConnection(tab.page());
        Watching.awaitSaid(tab.page(), "Connection lost. Your shell keeps running");
        window.setOffline(false);

        terminal.awaitText("line-1200-");
        terminal.awaitPrompt();
        Matcher lines = Pattern.compile("(?m)^line-(\\d+)-$").matcher(terminal.text());
        assertThat(lines.results().map(line -> Integer.valueOf(line.group(1))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1200).boxed().toList());
        assertThat(terminal.shellPid()).isEqualTo(shell);
    }

    private static Locator button(Page page, String name) {
        return page.locator("lab-terminal").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Types a syllable as an input method does: each key changes what is there, the last one settles it. */
    private static void compose(Page page, String... stages) {
        CDPSession keyboard = page.context().newCDPSession(page);
        for (String stage : stages) {
            JsonObject composition = new JsonObject();
            composition.addProperty("text", stage);
            composition.addProperty("selectionStart", stage.length());
            composition.addProperty("selectionEnd", stage.length());
            keyboard.send("Input.imeSetComposition", composition);
        }
        JsonObject settled = new JsonObject();
        settled.addProperty("text", stages[stages.length - 1]);
        keyboard.send("Input.insertText", settled);
        keyboard.detach();
    }

    /** What is in use once the garbage is gone. */
    private long heapInUse() {
        journeys.classroom().collectGarbage();
        String metrics = journeys.classroom().metrics();
        List<MatchResult> values = VALUE.matcher(metrics).results().toList();
        assertThat(values).as("values in %s", metrics).isNotEmpty();
        return Math.round(values.stream()
                .mapToDouble(value -> Double.parseDouble(value.group(1)))
                .sum());
    }

    /** Whether rows and columns have both become less (-1) or more (1). */
    private static boolean fits(String size, String before, int direction) {
        String[] now = size.split(" ");
        String[] then = before.split(" ");
        return Integer.compare(Integer.parseInt(now[0]), Integer.parseInt(then[0])) == direction
                && Integer.compare(Integer.parseInt(now[1]), Integer.parseInt(then[1])) == direction;
    }
}

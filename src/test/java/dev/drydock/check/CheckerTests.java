package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.lesson.Script;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Probe;
import dev.drydock.machine.ProbeResult;
import dev.drydock.machine.ProbeResult.Ended;
import dev.drydock.machine.Prober;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTests {

    private static final String FILE = "first/check.sh";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void verdictWhenProbePassedIsPassedWhateverItSaid() {
        assertThat(Checker.verdict(FILE, new Ended(0, "words", "more words"))).isEqualTo(new Verdict.Passed());
    }

    @Test
    void verdictWhenNotYetCarriesTheMessage() {
        assertThat(Checker.verdict(FILE, new Ended(1, "  There is no image.\n", "noise")))
                .isEqualTo(new Verdict.NotYet("There is no image."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u0007\u001b"})
    void verdictWhenNotYetWithoutWordsIsBroken(String message) {
        assertThat(Checker.verdict(FILE, new Ended(1, message, "stack of errors")))
                .isEqualTo(new Verdict.Broken(
                        FILE + " ended with 1 without a message for the learner. It said: stack of errors"));
    }

    @ParameterizedTest
    @CsvSource({"2", "127", "255", "137"})
    void verdictWhenTheCheckerFailsIsBrokenAndNeverTheLearnersFault(int code) {
        assertThat(Checker.verdict(FILE, new Ended(code, "You did it wrong", "")))
                .isEqualTo(new Verdict.Broken(FILE + " ended with " + code));
    }

    @Test
    void verdictWhenTimedOutIsBroken() {
        assertThat(Checker.verdict(FILE, new ProbeResult.TimedOut(LIMIT, "waiting")))
                .isEqualTo(new Verdict.Broken(FILE + " was still running after 10 s. It said: waiting"));
    }

    @Test
    void verdictWhenNotStartedIsBrokenAndSaysWhy() {
        assertThat(Checker.verdict(FILE, new ProbeResult.NotStarted("no interpreter")))
                .isEqualTo(new Verdict.Broken(FILE + " could not be started: no interpreter"));
    }

    @ParameterizedTest
    @EnumSource
    void verdictWhenUnreachableSaysWhatIs(ProbeResult.Missing missing) {
        assertThat(Checker.verdict(FILE, new ProbeResult.Unreachable(missing)))
                .isEqualTo(new Verdict.Unreachable(Verdict.Missing.valueOf(missing.name())));
    }

    @Test
    void verdictWhenDiagnosticsAreLongKeepsTheirEnd() {
        String said = "start " + "x".repeat(1_000) + " end";
        assertThat(Checker.verdict(FILE, new Ended(2, "", said)))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.reason())
                        .endsWith("x end")
                        .contains("…x")
                        .doesNotContain("start")
                        .hasSizeLessThan(600));
    }

    @Test
    void checkWhenScriptIsBrokenSaysSoWithoutAMachine() {
        Verdict verdict = new Checker(new CheckProperties(LIMIT))
                .check(new Recorder(), task(new Script.Broken(FILE, "has no first line")), Locale.ENGLISH, Map.of());
        assertThat(verdict).isEqualTo(new Verdict.Broken(FILE + ": has no first line"));
    }

    @Test
    void checkPassesScriptLanguageAndLimitOn() {
        Recorder machine = new Recorder();
        Verdict verdict = new Checker(new CheckProperties(LIMIT))
                .check(machine, task(script("#!/bin/sh\n: 한글\n")), Locale.KOREA, Map.of("PORT", "8080"));
        assertThat(verdict).isEqualTo(new Verdict.Passed());
        assertThat(machine.said).isEqualTo("ko PT10S {PORT=8080} #!/bin/sh\n: 한글\n");
    }

    @Test
    void checkWhoseHeadSaysThatItNeedsNoEngineTellsTheMachine() {
        Recorder machine = new Recorder();
        new Checker(new CheckProperties(LIMIT))
                .check(machine, task(script("#!/bin/sh\n# engine optional\n")), Locale.ENGLISH, Map.of());
        assertThat(machine.engineOptional).isTrue();
    }

    private static Script script(String text) {
        return new Script.Ready(FILE, text);
    }

    private static Task task(Script check) {
        return new Task("one", 0, check, script("#!/bin/sh\n"), List.of());
    }

    @Test
    void cleanKeepsHangulEmojiAndLineFeeds() {
        String text = "이미지가 없습니다.\n한글 ✓ 🐳 é “”";
        assertThat(LearnerText.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "an escape sequence, \u001b[31mred\u001b[0m, [31mred[0m",
        "a title sequence, a\u001b]0;title\u0007b, a]0;titleb",
        "C1 control, a\u009b31mb, a31mb",
        "nul and backspace, a\u0000b\u0008c\u007f, abc",
        "carriage return, 'passed\rfailed', passedfailed",
        "right-to-left override, a\u202egnp.exe, agnp.exe",
        "isolates, \u2066a\u2069b, ab",
        "marks, a\u200eb\u200fc\u061cd, abcd",
        "zero width, a\u200bb\ufeffc\u2060d, abcd",
        "a lone surrogate, a\ud800b, ab",
        "private use, a\ue000b, ab",
        "not assigned, a\uffffb, ab",
    })
    void cleanTakesAway(String what, String text, String expected) {
        assertThat(LearnerText.clean(text)).as(what).isEqualTo(expected);
    }

    @Test
    void cleanBoundsByCharactersAndCutsNone() {
        String cleaned = LearnerText.clean("🐳".repeat(5_000));
        assertThat(cleaned.codePointCount(0, cleaned.length())).isEqualTo(2_000);
        assertThat(cleaned).isEqualTo("🐳".repeat(2_000));
    }

    /** A machine that only notes what it is asked. */
    private static final class Recorder implements Prober {

        private String said = "";
        private boolean engineOptional;

        @Override
        public ProbeResult probe(Probe probe) {
            engineOptional = probe.engineOptional();
            said = probe.language() + " " + probe.limit() + " " + probe.variables() + " "
                    + new String(probe.script(), StandardCharsets.UTF_8);
            return new Ended(0, "", "");
        }
    }
}

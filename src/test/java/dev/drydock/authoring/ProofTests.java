package dev.drydock.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Localized;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Start;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import dev.drydock.lesson.WrongTry;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Machine;
import dev.drydock.machine.ProbeResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The proof's own logic, on machines that only remember which scripts have run. */
class ProofTests {

    private static final ProbeResult PASSED = new ProbeResult.Ended(0, "", "");

    private final FakeYard yard = new FakeYard();
    private int rounds = 1;
    private Summary summary = new Summary(1);

    @BeforeEach
    void checksThatAreRight() {
        yard.check = (check, ran, language) -> {
            if (ran.contains(check.replace("check", "solve"))) {
                return PASSED;
            }
            return notYet(ran.contains("wrong-one") ? "en".equals(language) ? "Oh: bad, so." : "이런: 나빠." : "Nothing.");
        };
    }

    @Test
    void proofWhenAllIsRightHasOnlyGoodSteps() {
        assertThat(prove(1).lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("ok      c/l/one  (6 steps, "),
                        line -> assertThat(line).startsWith("ok      c/l/two  (4 steps, "),
                        line -> assertThat(line).startsWith("ok      c/l (text)  (2 steps, "))
                .last()
                .asString()
                .endsWith("; 3 of 3)");
        assertThat(summary).hasToString("2 tasks, 12 steps, 0 failed, flake rate 0.0 % over 1 round");
        assertThat(steps("c/l/one"))
                .containsExactly(
                        "at its start, en",
                        "at its start, ko",
                        "solved",
                        "at its start again",
                        "wrong try bad, en",
                        "wrong try bad, ko");
        assertThat(steps("c/l/two"))
                .containsExactly("at its start, en", "at its start, ko", "solved", "at its start again");
    }

    @Test
    void proofGivesSolutionsTextAndEachMistakeAMachineAndRemovesAll() {
        rounds = 3;
        prove(2);

        assertThat(yard.made).hasValue(3 * 4);
        assertThat(yard.removed).hasValue(3 * 4);
        assertThat(summary).hasToString("2 tasks, 36 steps, 0 failed, flake rate 0.0 % over 3 rounds");
    }

    @Test
    void proofWhenACheckAlwaysPassesFails() {
        yard.check = (check, ran, language) -> PASSED;

        assertThat(prove(1).lines())
                .contains(
                        "    at its start, en [passed]",
                        "      expected  not yet, with a message",
                        "      seen      passed");
        assertThat(summary).hasToString("2 tasks, 12 steps, 8 failed, flake rate 0.0 % over 1 round");
    }

    @Test
    void proofWhenAWrongTryPassesFails() {
        yard.check = (check, ran, language) -> ran.isEmpty() ? notYet("Nothing.") : PASSED;
        yard.script = line -> new ExecResult(1, "\u001b[31mI said so\u001b[0m\n", "");

        assertThat(failures("c/l/one"))
                .containsExactly(
                        "solved: script, expected a solution that ends with 0, seen solve/one.sh ended with 1",
                        "wrong try bad, en: passed, expected not yet, saying: bad, seen passed",
                        "wrong try bad, ko: passed, expected not yet, saying: 나빠, seen passed");
        assertThat(prove(1))
                .contains("script    wrong/one--bad.sh ended with 1, saying:\n              | [31mI said so[0m\n");
    }

    @Test
    void proofWhenTheCheckSaysSomethingElseFails() {
        yard.check = (check, ran, language) -> ran.equals(List.of("solve-one")) ? PASSED : notYet("Other words");

        assertThat(failures("c/l/one"))
                .containsExactly(
                        "wrong try bad, en: not-yet, expected not yet, saying: bad, seen not yet, saying: Other words",
                        "wrong try bad, ko: not-yet, expected not yet, saying: 나빠, seen not yet, saying: Other words");
    }

    @Test
    void proofWhenTheCheckIsBrokenOrSilentFails() {
        yard.check = (check, ran, language) -> "en".equals(language)
                ? new ProbeResult.Ended(1, "", "line 3: dokcer: not found")
                : new ProbeResult.Unreachable(ProbeResult.Missing.DOCKER);

        assertThat(failures("c/l/two"))
                .contains(
                        "at its start, en: broken, expected not yet, with a message, seen a broken checker: check/two.sh ended"
                                + " with 1 without a message for the learner. It said: line 3: dokcer: not found",
                        "at its start, ko: unreachable, expected not yet, with a message, seen a machine whose Docker Engine"
                                + " does not answer");
    }

    @Test
    void proofWhenAnEarlierSolutionFailsNamesIt() {
        yard.script = line -> new ExecResult(line.equals("solve-one") ? 3 : 0, "no\n", "");

        assertThat(failures("c/l/two"))
                .containsExactly(
                        "start of solution: script, expected a solution that ends with 0, seen solve/one.sh ended with 3",
                        "start of start: script, expected a solution that ends with 0, seen solve/one.sh ended with 3");
    }

    @Test
    void proofWhenAScriptIsStoppedAtItsLimitSaysSo() {
        yard.script = line -> new ExecResult(124, "", "");

        assertThat(failures("c/l/one").getFirst()).endsWith("seen solve/one.sh was stopped at its time limit");
    }

    @Test
    void proofWhenAMachineFailsGoesOnAndSaysSo() {
        yard.script = line -> {
            throw new IllegalStateException("The engine went away");
        };

        assertThat(failures("c/l/one")).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .contains("machine, expected")
                .contains("went away"));
        assertThat(yard.removed).hasValue(yard.made.get());
    }

    @Test
    void proofWhenAStepFailsInSomeRoundsCallsItFlaky() {
        rounds = 4;
        AtomicInteger solved = new AtomicInteger();
        var right = yard.check;
        yard.check = (check, ran, language) ->
                check.equals("check-one") && ran.contains("solve-one") && solved.incrementAndGet() == 3
                        ? notYet("Too early")
                        : right.of(check, ran, language);

        prove(1);

        assertThat(summary.flaky()).hasSize(1);
        assertThat(summary.toString()).endsWith("1 failed, flake rate 8.3 % over 4 rounds");
    }

    @Test
    void reportHasASuiteForEachLessonAndACaseForEachStep(@TempDir Path directory) throws Exception {
        yard.check = (check, ran, language) -> PASSED;
        yard.script = line -> new ExecResult(0, "<odd> \u0000\u001b \ud800 & ]]>", "");
        prove(1);
        Path file = directory.resolve("reports/TEST-lessons.xml");

        JUnitReport.write(file, summary.proofs());

        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("c/l");
        assertThat(suite.getAttribute("tests")).isEqualTo("12");
        assertThat(suite.getAttribute("failures")).isEqualTo("8");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(12);
        Element failed = (Element) suite.getElementsByTagName("failure").item(3);
        assertThat(failed.getAttribute("type")).isEqualTo("passed");
        assertThat(failed.getAttribute("message")).isEqualTo("expected not yet, saying: bad; seen passed");
        assertThat(failed.getTextContent())
                .contains("wrong/one--bad.sh ended with 0")
                .contains("<odd>");
        assertThat(((Element) failed.getParentNode()).getAttribute("classname")).isEqualTo("c.l.one");
    }

    @Test
    void takeWhenAMachineCannotBeMadeSaysWhy() {
        FreshMachines.Yard bare = new FreshMachines.Yard() {
            @Override
            public Machine make() {
                throw new Trouble("No room");
            }

            @Override
            public void remove(Machine machine) {}
        };
        ProofRun run = ProofRun.of(bare, lesson(), 1, 1);

        assertThat(run.out()).contains("A machine cannot be made: ").contains("No room");
    }

    private String prove(int jobs) {
        ProofRun run = ProofRun.of(yard, lesson(), rounds, jobs);
        summary = run.summary();
        return run.out();
    }

    private List<String> steps(String part) {
        return new ProofRun(summary, "").steps(part);
    }

    private List<String> failures(String part) {
        prove(1);
        return new ProofRun(summary, "").failures(part);
    }

    private static ProbeResult notYet(String message) {
        return new ProbeResult.Ended(1, message, "");
    }

    private static List<Chosen> lesson() {
        Map<Locale, String> expected = new LinkedHashMap<>();
        expected.put(Locale.ENGLISH, "bad");
        expected.put(Locale.KOREAN, "나빠");
        WrongTry bad = new WrongTry(
                "bad", script("wrong/one--bad.sh", "wrong-one"), new Localized<>(Locale.ENGLISH, expected));
        Task one = new Task(
                "one", 0, script("check/one.sh", "check-one"), script("solve/one.sh", "solve-one"), List.of(bad));
        Task two =
                new Task("two", 0, script("check/two.sh", "check-two"), script("solve/two.sh", "solve-two"), List.of());
        return ProofRun.lesson(List.of(one, two), Start.NOTHING, List.of(card("one"), card("two")), Map.of());
    }

    private static Block card(String task) {
        return new Block.Task(1, new TaskText(task, "", "", List.of(), List.of()));
    }

    private static Script script(String file, String line) {
        return new Script.Ready(file, "#!/bin/sh\n" + line + "\n");
    }
}

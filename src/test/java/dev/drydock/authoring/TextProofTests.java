package dev.drydock.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.lesson.Action;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.HomeFile;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Start;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.ProbeResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proof shows of a lesson's start and of the commands in its text. */
class TextProofTests {

    private static final String TEXT = "c/l (text)";
    private static final Start NOTHING = Start.NOTHING;

    private final FakeYard yard = new FakeYard();
    private final List<String> typed = new ArrayList<>();

    /** The check passes once "do it" was typed or the solution has run. */
    @BeforeEach
    void checkThatIsRight() {
        yard.typed = line -> {
            typed.add(line);
            return new ExecResult(0, "out of " + line + "\r\n", "");
        };
        yard.check = (check, ran, language) -> ran.contains("do it") || ran.contains("solve-one")
                ? new ProbeResult.Ended(0, "", "")
                : new ProbeResult.Ended(1, "Nothing.", "");
    }

    @Test
    void textIsTypedInOrderWithTheTasksCommandsUntilItPasses() {
        ProofRun run = prove(
                NOTHING,
                text(run(3, "look\nlook again")),
                task(List.of(run(5, "prepare")), List.of(run(7, "do it")), List.of(run(9, "do it otherwise"))),
                text(run(12, "prepare")));

        assertThat(run.failures(TEXT)).isEmpty();
        assertThat(typed).containsExactly("look", "look again", "prepare", "do it", "prepare");
        assertThat(run.steps(TEXT))
                .containsExactly(
                        "c/l/lesson.md:3",
                        "c/l/lesson.md:5",
                        "c/l/lesson.md:7",
                        "task one",
                        "c/l/lesson.md:12",
                        "c/l/lesson.md:9");
        assertThat(run.summary().notRun()).containsExactly("c/l (text): c/l/lesson.md:9");
        assertThat(run.summary()).asString().contains(", 0 failed, 1 not run, ");
    }

    @Test
    void taskWithoutCommandsIsDoneByItsSolution() {
        ProofRun run = prove(NOTHING, task(List.of()));

        assertThat(run.failures(TEXT)).isEmpty();
        assertThat(run.steps(TEXT)).containsExactly("task one");
        assertThat(typed).isEmpty();
    }

    @Test
    void taskWhoseSolutionNeedsMoreThanTheTextSaysFails() {
        yard.script = line -> new ExecResult(line.equals("solve-one") ? 4 : 0, "no such file\n", "");

        assertThat(prove(NOTHING, task(List.of())).failures(TEXT))
                .containsExactly(
                        "task one: script, expected a solution that ends with 0, seen solve/one.sh ended with 4; before"
                                + " it, the check said: not yet, saying: Nothing.");
    }

    @Test
    void taskThatDoesNotPassHoweverTheTextIsFollowedFails() {
        yard.check = (check, ran, language) -> new ProbeResult.Ended(1, "Nothing.", "");

        assertThat(prove(NOTHING, task(List.of(run(5, "do it")))).failures(TEXT))
                .containsExactly(
                        "task one: not-yet, expected passed, once all that the text says is done, seen not yet,"
                                + " saying: Nothing.");
    }

    @Test
    void checkThatIsBrokenIsToldInsteadOfWhatTheSolutionMakesOfIt() {
        yard.check = (check, ran, language) -> new ProbeResult.Ended(127, "", "container_run: not found");

        assertThat(prove(NOTHING, task(List.of(run(5, "do it")))).failures(TEXT))
                .singleElement()
                .asString()
                .startsWith("task one: broken, expected passed, or not yet, seen a broken checker: ")
                .endsWith("container_run: not found");
    }

    @Test
    void outputIsShownFromItsEnd() {
        String output = IntStream.rangeClosed(1, 40)
                .mapToObj(line -> "line " + line + "\n")
                .collect(Collectors.joining());
        yard.script = line -> new ExecResult(3, output, "");

        assertThat(prove(NOTHING, task(List.of())).out())
                .contains("script    solve/one.sh ended with 3, saying:\n"
                        + "              | … (32 lines; --report FILE has them)\n"
                        + "              | line 33\n")
                .contains("| line 40\n");
    }

    @Test
    void commandThatFailsIsNamedWithItsLineAndWhatItShowed() {
        yard.typed = line -> new ExecResult(line.equals("bad") ? 2 : 0, "\u001b[31mno such thing\u001b[0m\r\n", "");
        ProofRun run = prove(NOTHING, text(run(3, "good\nbad\ngood"), run(8, "good")));

        assertThat(run.failures(TEXT))
                .containsExactly(
                        "c/l/lesson.md:3: command, expected a command that ends with 0, seen it ended with 0, 2, 0;"
                                + " mark its fence 'fails' if it should");
        assertThat(run.out()).contains("""
                      script    c/l/lesson.md:3, typed:
                              | good
                              | bad
                              | good
                              | no such thing
                """);
    }

    @Test
    void commandMarkedFailsThatSucceedsFails() {
        yard.typed = line -> new ExecResult(line.equals("bad") ? 1 : 0, "", "");
        Action good = new Action.Run(3, "sh", "good\n", "main", true, false);
        Action bad = new Action.Run(4, "sh", "bad\n", "main", true, false);

        assertThat(prove(NOTHING, text(good, bad)).failures(TEXT))
                .containsExactly(
                        "c/l/lesson.md:3: command, expected a command that fails, seen it ended with 0; leave out"
                                + " 'fails'");
    }

    @Test
    void commandThatDoesNotComeBackFailsAndEndsTheWalk() {
        yard.typed = line -> line.equals("hang") ? null : new ExecResult(0, "", "");
        ProofRun run = prove(NOTHING, text(run(3, "hang")), task(List.of(run(5, "do it"))));

        assertThat(run.failures(TEXT))
                .containsExactly(
                        "c/l/lesson.md:3: command, expected a command that ends, seen it was still running after 2"
                                + " s; mark its fence 'stays' if it should");
        assertThat(run.steps(TEXT)).containsExactly("c/l/lesson.md:3");
        assertThat(run.out()).contains("| begun");
    }

    @Test
    void commandMarkedStaysIsEndedOnceItsTerminalIsUsedAgain() {
        yard.typed = line -> {
            typed.add(line);
            return line.equals("follow") ? null : new ExecResult(0, "", "");
        };
        Action follow = new Action.Run(3, "sh", "follow\n", "logs", false, true);
        Action comesBack = new Action.Run(5, "sh", "comes back\n", "main", false, true);
        Action again = new Action.Run(7, "sh", "more\n", "logs", false, false);

        ProofRun run = prove(NOTHING, text(follow, run(4, "meanwhile"), comesBack, again));

        assertThat(typed).containsExactly("follow", "meanwhile", "comes back", "more");
        assertThat(run.failures(TEXT))
                .containsExactly(
                        "c/l/lesson.md:5: command, expected a command that stays, seen it has ended by itself; leave"
                                + " out 'stays'");
    }

    @Test
    void commandThatEndsTheShellLeavesTheNextOneANewShell() {
        assertThat(prove(NOTHING, text(run(3, "exit"), run(4, "good"))).failures(TEXT))
                .isEmpty();
        assertThat(typed).containsExactly("good");
    }

    @Test
    void filesAreSavedAndVariablesFilledIn() {
        List<String> saved = new ArrayList<>();
        yard.script = line -> {
            saved.add(line);
            return new ExecResult(0, "saved\n", "");
        };
        Action save = new Action.Save(3, "yaml", "first\nname: $LEARNER\n", "~/a.yaml");

        assertThat(prove(NOTHING, text(save, run(5, "show $LEARNER $HOME"))).failures(TEXT))
                .isEmpty();
        assertThat(saved).contains("name: learner");
        assertThat(typed).containsExactly("show learner $HOME");
    }

    @Test
    void fileThatCannotBeSavedFails() {
        yard.script = line -> new ExecResult(line.equals("name: x") ? 1 : 0, "", "cp: disk full");
        Action save = new Action.Save(3, "yaml", "first\nname: x\n", "~/a.yaml");

        assertThat(prove(NOTHING, text(save)).failures(TEXT))
                .containsExactly("c/l/lesson.md:3: command, expected a file that can be saved, seen that ended with 1");
    }

    @Test
    void startIsMadeTwice() {
        List<String> ran = new ArrayList<>();
        yard.script = line -> {
            synchronized (ran) {
                ran.add(line);
            }
            return new ExecResult(0, "", "");
        };
        ProofRun run = prove(start());

        assertThat(run.steps("c/l (start)")).containsExactly("start", "start again");
        assertThat(run.failures("c/l (start)")).isEmpty();
        assertThat(ran).filteredOn("set-up"::equals).hasSize(2);
    }

    @Test
    void setupThatFailsFailsEverythingBehindIt() {
        yard.script = line -> new ExecResult(line.equals("set-up") ? 9 : 0, "", "no");
        ProofRun run = prove(start(), task(List.of()));

        String seen = "script, expected a setup that ends with 0, seen c/l/setup.sh ended with 9";
        assertThat(run.failures("c/l (start)")).containsExactly("start: " + seen);
        assertThat(run.failures("c/l/one")).containsExactly("start of solution: " + seen, "start of start: " + seen);
        assertThat(run.failures(TEXT)).containsExactly("start of text: " + seen);
    }

    @Test
    void setupThatCannotBeRepeatedFails() {
        AtomicInteger setups = new AtomicInteger();
        yard.script =
                line -> new ExecResult(line.equals("set-up") && setups.incrementAndGet() == 2 ? 1 : 0, "", "exists");

        assertThat(ProofRun.of(yard, ProofRun.lesson(List.of(), start(), List.of(), Map.of()), 1, 1)
                        .failures("c/l (start)"))
                .containsExactly(
                        "start again: script, expected a setup that ends with 0, seen c/l/setup.sh ended with 1");
    }

    @Test
    void checkThatIsBrokenOnlyInKoreanFails() {
        yard.check = (check, ran, language) -> ran.contains("solve-one")
                ? new ProbeResult.Ended(0, "", "")
                : "ko".equals(language)
                        ? new ProbeResult.Ended(1, "", "line 7: msg_ko: unbound")
                        : new ProbeResult.Ended(1, "Nothing.", "");

        assertThat(prove(NOTHING, task(List.of())).failures("c/l/one"))
                .containsExactly(
                        "at its start, ko: broken, expected not yet, with a message, seen a broken checker:"
                                + " check/one.sh ended with 1 without a message for the learner. It said: line 7: msg_ko: unbound");
    }

    private ProofRun prove(Start start, Block... blocks) {
        Task one =
                new Task("one", 0, script("check/one.sh", "check-one"), script("solve/one.sh", "solve-one"), List.of());
        boolean withTask = List.of(blocks).stream().anyMatch(Block.Task.class::isInstance);
        return ProofRun.of(
                yard, ProofRun.lesson(withTask ? List.of(one) : List.of(), start, List.of(blocks), Map.of()), 1, 1);
    }

    private static Start start() {
        return new Start(
                script("c/l/setup.sh", "set-up"),
                List.of(new HomeFile("a", "x\ny".getBytes(StandardCharsets.UTF_8), false)));
    }

    private static Block text(Action... actions) {
        return new Block.Html(1, "", List.of(actions));
    }

    @SafeVarargs
    private static Block task(List<Action> body, List<Action>... hints) {
        List<TaskText.Hint> all = new ArrayList<>();
        for (List<Action> hint : hints) {
            all.add(new TaskText.Hint("", "", hint));
        }
        return new Block.Task(1, new TaskText("one", "", "", body, all));
    }

    private static Action run(int line, String command) {
        return new Action.Run(line, "sh", command + "\n", "main", false, false);
    }

    private static Script script(String file, String line) {
        return new Script.Ready(file, "#!/bin/sh\n" + line + "\n");
    }
}

package dev.drydock.authoring;

import dev.drydock.authoring.Step.Failure;
import dev.drydock.check.Checker;
import dev.drydock.check.Verdict;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.WrongTry;
import dev.drydock.machine.Machine;
import dev.drydock.preparation.Preparation;
import dev.drydock.preparation.ScriptRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One machine on its way through scripts and checks, with the steps that were taken. */
final class Walk {

    private final Machine machine;
    private final Checker checker;
    private final Duration limit;
    private final Task task;
    private final List<Step> steps = new ArrayList<>();
    private String script = "";
    private long since = System.nanoTime();

    Walk(Machine machine, Checker checker, Duration limit, Task task) {
        this.machine = machine;
        this.checker = checker;
        this.limit = limit;
        this.task = task;
    }

    List<Step> steps() {
        return steps;
    }

    /** The fresh machine becomes the task's start; false where a solution of the tasks before fails. */
    boolean start(List<Task> before, String trial) {
        return before.stream().allMatch(one -> succeeds(one.solve(), "start of " + trial));
    }

    /** Nothing has been done for the task yet. */
    void untouched(String step, Locale language) {
        check(step, language, "not yet, with a message", Verdict.NotYet.class::isInstance);
    }

    void mistake(WrongTry wrong) {
        script = run(wrong.script()).toString();
        for (Locale language : wrong.expected().languages()) {
            String text = wrong.expected().in(language);
            check(
                    "wrong try " + wrong.name() + ", " + language.toLanguageTag(),
                    language,
                    "not yet, saying: " + text,
                    verdict -> verdict instanceof Verdict.NotYet(String message) && message.contains(text));
        }
    }

    void solve(Script solution, Locale language) {
        if (succeeds(solution, "solved")) {
            check("solved", language, "passed", Verdict.Passed.class::isInstance);
        }
    }

    private boolean succeeds(Script solution, String step) {
        ScriptRun run = run(solution);
        script = run.toString();
        if (!run.succeeded()) {
            add(step, new Failure("script", "a solution that ends with 0", run.end(), script));
        }
        return run.succeeded();
    }

    private ScriptRun run(Script one) {
        return new Preparation(machine, Map.of(), limit).run(one);
    }

    private void check(String step, Locale language, String expected, Predicate<Verdict> expectation) {
        Verdict verdict = checker.check(machine, task, language, Map.of());
        add(step, expectation.test(verdict) ? null : new Failure(kind(verdict), expected, seen(verdict), script));
    }

    private void add(String step, @Nullable Failure failure) {
        long now = System.nanoTime();
        steps.add(new Step(step, Duration.ofNanos(now - since), failure));
        since = now;
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.NotYet _ -> "not-yet";
            case Verdict.Broken _ -> "broken";
            case Verdict.Unreachable _ -> "unreachable";
        };
    }

    private static String seen(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.NotYet(String message) -> "not yet, saying: " + message;
            case Verdict.Broken(String reason) -> "a broken checker: " + reason;
            case Verdict.Unreachable(Verdict.Missing missing) ->
                missing == Verdict.Missing.MACHINE
                        ? "a machine that stands still"
                        : "a machine whose Docker Engine does not answer";
        };
    }
}

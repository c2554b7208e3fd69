package dev.drydock.authoring;

import dev.drydock.authoring.Step.Failure;
import dev.drydock.check.Checker;
import dev.drydock.check.Verdict;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Quiz;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.Variables;
import dev.drydock.lesson.WrongTry;
import dev.drydock.machine.Machine;
import dev.drydock.machine.ProbePlace;
import dev.drydock.preparation.Outcome;
import dev.drydock.preparation.Preparation;
import dev.drydock.preparation.ScriptRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One machine on its way through a start, scripts and checks, with the steps that were taken. */
final class Walk implements AutoCloseable {

    /** The walk cannot go on; its last step says why. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final Machine machine;
    private final Checker checker;
    private final Lesson lesson;
    private final Variables variables;

    /** What checks find: whoever works on a machine has answered the questions. */
    private final Map<String, String> environment;

    private final Preparation preparation;
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();
    private @Nullable ProbePlace place;
    private @Nullable Task task;
    private String part;
    private String script = "";
    private long since = System.nanoTime();

    /** @param part what its first steps belong to */
    Walk(Machine machine, Checker checker, Lesson lesson, String part, Duration limit) {
        this.machine = machine;
        this.checker = checker;
        this.lesson = lesson;
        this.part = part;
        this.variables = lesson.variablesFor("");
        this.environment = new HashMap<>(variables.asEnvironment());
        environment.put(
                "QUIZZES_PASSED", lesson.quizzes().stream().map(Quiz::id).collect(Collectors.joining(" ")));
        this.preparation = new Preparation(machine, variables.asEnvironment(), limit);
        if (lesson.start().internet() && !machine.openInternet()) {
            throw new Trouble("The machine cannot reach the internet, for which " + lesson.course() + " asks.");
        }
    }

    /** By the part of the lesson that they belong to. */
    Map<String, List<Step>> steps() {
        return steps;
    }

    Machine machine() {
        return machine;
    }

    Preparation preparation() {
        return preparation;
    }

    Duration limit() {
        return preparation.limit();
    }

    Variables variables() {
        return variables;
    }

    /** From here on it is about this task. */
    void at(Task next) {
        task = next;
        part = next.id();
    }

    /** Like {@link #at}, for the text. */
    void inText(Task next) {
        task = next;
    }

    /** The fresh machine becomes the task's start. */
    void start(String trial) {
        require("start of " + trial, preparation.startOf(lesson, task()));
    }

    /** The fresh machine becomes the lesson's start. */
    void startOfLesson(String trial) {
        require("start of " + trial, preparation.startOf(lesson));
    }

    /** A learner's machine may be prepared again, when the server was stopped in between. */
    void startTwice() {
        for (String name : List.of("start", "start again")) {
            require(name, preparation.startOf(lesson));
            add(name, null);
        }
    }

    private void require(String step, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            String what = failed.script().contains("/solve/") || failed.script().startsWith("solve/")
                    ? "a solution"
                    : "a setup";
            add(step, new Failure("script", what + " that ends with 0", failed.end(), failed.toString()));
            throw new Ended();
        }
    }

    /** Nothing has been done for the task yet. */
    void untouched(String step, Locale language) {
        check(step, language, "not yet, with a message", Verdict.NotYet.class::isInstance);
    }

    void mistake(WrongTry wrong) {
        script = preparation.run(wrong.script()).toString();
        for (Locale language : wrong.expected().languages()) {
            String text = wrong.expected().in(language);
            check(
                    "wrong try " + wrong.name() + ", " + language.toLanguageTag(),
                    language,
                    "not yet, saying: " + text,
                    verdict -> verdict instanceof Verdict.NotYet(String message) && message.contains(text));
        }
    }

    /** Whatever the check says, what the solution has done is where the next task starts. */
    void solve(Locale language) {
        solve("solved");
        check("solved", language, "passed", Verdict.Passed.class::isInstance);
    }

    void solve(String step) {
        solve(step, "");
    }

    /** The same where something has been tried before; {@code before} is said if the solution fails, for that may be why. */
    void solveAfter(Verdict verdict, String step) {
        solve(step, "; before it, the check said: " + seen(verdict));
    }

    private void solve(String step, String before) {
        Script solution = task().solve();
        ScriptRun run = preparation.run(solution);
        script = run.toString();
        if (!run.succeeded()) {
            add(step, new Failure("script", "a solution that ends with 0", run.end() + before, script));
            throw new Ended();
        }
    }

    /** In the text, what was done for a task is its own script. */
    void done(String what) {
        script = what;
    }

    Verdict verdict(Locale language) {
        if (place == null) {
            place = machine.openProbePlace();
        }
        return checker.check(place, task(), language, environment);
    }

    void check(String step, Locale language, String expected, Predicate<Verdict> expectation) {
        Verdict verdict = verdict(language);
        add(step, expectation.test(verdict) ? null : new Failure(kind(verdict), expected, seen(verdict), script));
    }

    /** Ends the walk with a verdict that leads nowhere. */
    void giveUp(String step, String expected, Verdict verdict) {
        add(step, new Failure(kind(verdict), expected, seen(verdict), script));
        throw new Ended();
    }

    void add(String step, @Nullable Failure failure) {
        long now = System.nanoTime();
        add(Step.of(step, Duration.ofNanos(now - since), failure));
        since = now;
    }

    void add(Step step) {
        steps.computeIfAbsent(part, name -> new ArrayList<>()).add(step);
    }

    @Override
    public void close() {
        if (place != null) {
            place.close();
        }
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("Not at any task");
        }
        return task;
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

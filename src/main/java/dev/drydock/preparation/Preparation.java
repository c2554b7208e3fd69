package dev.drydock.preparation;

import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Start;
import dev.drydock.lesson.Task;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings a machine that runs to where a lesson or a task starts. Everything in it blocks and, where machine or engine are away, throws what
 * {@link Machine#exec} throws. One thread at a time prepares a machine; that something has been prepared is for the caller to remember.
 *
 * @param variables what scripts find in their environment
 * @param limit how long each script may take
 */
public record Preparation(Machine machine, Map<String, String> variables, Duration limit) {

    private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(2);

    public Preparation {
        variables = Map.copyOf(variables);
    }

    /** With the usual limit of two minutes. */
    public Preparation(Machine machine, Map<String, String> variables) {
        this(machine, variables, SCRIPT_LIMIT);
    }

    /** The lesson's files, where there is nothing of their name in the home yet, and its setup. It may be repeated. */
    public Outcome startOf(Lesson lesson) {
        Start start = lesson.start();
        if (!start.files().isEmpty()) {
            String what = lesson.course() + "/" + lesson.id() + "/files";
            ExecResult placed = new FileWriting(execution()).place(what, start.files());
            if (!placed.succeeded()) {
                return new Outcome.Failed(what, placed.exitCode(), placed.stdout() + placed.stderr());
            }
        }
        Script setup = start.setup();
        return inOrder(setup == null ? List.of() : List.of(setup));
    }

    /** The lesson's start and the solutions of the tasks before this one; meant for a machine that nobody has used. */
    public Outcome startOf(Lesson lesson, Task task) {
        Outcome start = startOf(lesson);
        return start instanceof Outcome.Ready ? inOrder(before(lesson, task)) : start;
    }

    /** One script, as the machine's root in its home, with nothing to read. */
    public ScriptRun run(Script script) {
        return ScriptRun.of(machine, script, variables, limit);
    }

    /**
     * Writes a fence's text to a file.
     *
     * @param path absolute, or {@code ~/} and a path below the home
     */
    public Saving save(String path, String text) {
        return new FileWriting(execution()).save(path, text);
    }

    private Execution execution() {
        return new Execution(machine, variables, limit);
    }

    private Outcome inOrder(List<Script> scripts) {
        for (Script script : scripts) {
            ScriptRun run = run(script);
            if (!run.succeeded()) {
                return new Outcome.Failed(script.file(), run.exitCode(), run.output());
            }
        }
        return new Outcome.Ready();
    }

    private static List<Script> before(Lesson lesson, Task task) {
        List<Script> solutions = new ArrayList<>();
        for (Task one : lesson.tasks()) {
            if (one.id().equals(task.id())) {
                return solutions;
            }
            solutions.add(one.solve());
        }
        throw new IllegalArgumentException("Lesson " + lesson.id() + " has no task " + task.id());
    }
}

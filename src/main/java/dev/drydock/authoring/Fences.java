package dev.drydock.authoring;

import dev.drydock.authoring.Step.Failure;
import dev.drydock.lesson.Action;
import dev.drydock.preparation.Saving;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fences of a text, run and saved by somebody who sits at the machine's terminals. */
final class Fences implements AutoCloseable {

    /** Nobody presses Run again before they have looked at what the first time did. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private static final int SHOWN = 4_000;

    private final Walk walk;
    private final String file;
    private final Map<String, TypedShell> shells = new HashMap<>();
    private final Set<String> staying = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    /** @param file the text, as problems name it */
    Fences(Walk walk, String file) {
        this.walk = walk;
        this.file = file;
    }

    /** Such as {@code c/l/lesson.md:12}. */
    String name(Action action) {
        return file + ":" + action.line();
    }

    /** Whether no fence with this text has been used. */
    boolean isNew(Action action) {
        return !done.contains(action.text());
    }

    void doAll(List<Action> actions) {
        actions.forEach(action -> {
            done.add(action.text());
            switch (action) {
                case Action.Run run -> run(run);
                case Action.Save save -> save(save);
            }
        });
    }

    private void save(Action.Save save) {
        Saving saving = walk.preparation().save(save.path(), walk.variables().fill(save.text()));
        walk.done(name(save) + " was saved as " + save.path());
        walk.add(
                name(save),
                saving instanceof Saving.Failed(int code, String output)
                        ? new Failure("command", "a file that can be saved", "that ended with " + code, output)
                        : null);
    }

    private void run(Action.Run run) {
        endAllIn(run.terminal());
        String command = walk.variables().fill(run.text());
        TypedShell shell =
                shells.computeIfAbsent(run.terminal(), name -> TypedShell.open(walk.machine(), name, walk.limit()));
        Ending ending = run.stays() ? shell.stay(command) : shell.run(command, walk.limit());
        String shown = name(run) + ", typed:\n" + command.strip() + "\n" + tail(ending.output());
        walk.done(shown);
        walk.add(name(run), run.stays() ? notStaying(ending, shown) : notEnding(run, ending, shown));
        switch (ending) {
            case Ending.Running _ when run.stays() -> staying.add(run.terminal());
            case Ending.Running _ -> throw new Walk.Ended();
            case Ending.Closed _ -> leave(run.terminal());
            case Ending.Back _ -> {}
        }
        LockSupport.parkNanos(PACE.toNanos());
    }

    private static @Nullable Failure notStaying(Ending ending, String shown) {
        return ending instanceof Ending.Running
                ? null
                : new Failure("command", "a command that stays", "it has ended by itself; leave out 'stays'", shown);
    }

    private @Nullable Failure notEnding(Action.Run run, Ending ending, String shown) {
        List<Integer> codes =
                switch (ending) {
                    case Ending.Back(List<Integer> all, String _) -> all;
                    case Ending.Closed(int status, String _) -> List.of(status);
                    case Ending.Running _ -> List.of();
                };
        if (codes.isEmpty()) {
            return new Failure(
                    "command",
                    "a command that ends",
                    "it was still running after " + walk.limit().toSeconds()
                            + " s; mark its fence 'stays' if it should",
                    shown);
        }
        boolean succeeded = codes.stream().allMatch(code -> code == 0);
        if (succeeded != run.fails()) {
            return null;
        }
        String seen = codes.stream().map(String::valueOf).collect(Collectors.joining(", ", "it ended with ", ""));
        return run.fails()
                ? new Failure("command", "a command that fails", seen + "; leave out 'fails'", shown)
                : new Failure(
                        "command", "a command that ends with 0", seen + "; mark its fence 'fails' if it should", shown);
    }

    /** Whatever stays in a terminal is ended before somebody types something else there. */
    void endAllIn(String terminal) {
        TypedShell shell = shells.get(terminal);
        if (shell == null || !staying.remove(terminal)) {
            return;
        }
        switch (shell.interrupt()) {
            case Ending.Back _ -> {}
            case Ending.Closed _ -> leave(terminal);
            case Ending.Running running -> {
                String shown = "In the terminal " + terminal + ":\n" + tail(running.output());
                walk.add(
                        "end of what stays in " + terminal,
                        new Failure("command", "a command that Ctrl-C ends", "it still runs", shown));
                throw new Walk.Ended();
            }
        }
    }

    void endAll() {
        Set.copyOf(staying).forEach(this::endAllIn);
    }

    private void leave(String terminal) {
        TypedShell shell = shells.remove(terminal);
        if (shell != null) {
            shell.close();
        }
    }

    private static String tail(String output) {
        return output.length() <= SHOWN ? output : "…" + output.substring(output.length() - SHOWN);
    }

    @Override
    public void close() {
        shells.values().forEach(TypedShell::close);
    }
}

package dev.drydock.authoring;

import dev.drydock.lesson.Script;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How a script ended that ran in a machine.
 *
 * @param output what it wrote, to standard output and error alike
 */
record ScriptRun(Script script, int exitCode, String output) {

    /**
     * As a file, so that its first line decides what runs it. Its output goes to a file as well: a program that the
     * script leaves in the background would otherwise hold the connection open.
     */
    private static final String RUNNER = """
            f=$(mktemp) && cat > "$f" && chmod 700 "$f" && cd /root || exit 125
            HOME=/root timeout -k 2 "$1" "$f" < /dev/null > "$f.out" 2>&1
            s=$?
            tail -c 16384 "$f.out"
            rm -f "$f" "$f.out"
            exit $s
            """;

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int TIMED_OUT = 124;

    /** Runs a script as the machine's root, in its home; a script that takes longer is killed. */
    static ScriptRun of(Machine machine, Script script, Duration limit) {
        if (!(script instanceof Script.Ready ready)) {
            return new ScriptRun(script, 126, ((Script.Broken) script).reason());
        }
        List<String> command = List.of("sh", "-c", RUNNER, "sh", Long.toString(limit.toSeconds()));
        FutureTask<ExecResult> run =
                new FutureTask<>(() -> machine.exec(command, ready.text().getBytes(StandardCharsets.UTF_8)));
        Thread.ofVirtual().name("script-in-" + machine.id()).start(run);
        try {
            ExecResult result = run.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            return new ScriptRun(script, result.exitCode(), result.stdout() + result.stderr());
        } catch (TimeoutException e) {
            return new ScriptRun(script, TIMED_OUT, "The machine does not answer any more.");
        } catch (ExecutionException e) {
            throw new Trouble(script.file() + " could not be run: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while " + script.file() + " ran");
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** Such as {@code solve/run-hello.sh ended with 3}. */
    String end() {
        return script.file() + (exitCode == TIMED_OUT ? " was stopped at its time limit" : " ended with " + exitCode);
    }

    @Override
    public String toString() {
        return end() + (output.isBlank() ? ", saying nothing" : ", saying:\n" + output.stripTrailing());
    }
}

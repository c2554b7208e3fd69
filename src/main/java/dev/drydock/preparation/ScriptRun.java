package dev.drydock.preparation;

import dev.drydock.lesson.Script;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a script ended that ran in a machine.
 *
 * @param exitCode 124 where it was stopped at its limit, 126 where it could not be read
 * @param output the last 16 KiB of what it wrote, to standard output and error alike, as it wrote them
 */
public record ScriptRun(Script script, int exitCode, String output) {

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

    /** Runs a script as the machine's root, in its home; a script that takes longer is killed. */
    static ScriptRun of(Machine machine, Script script, Map<String, String> variables, Duration limit) {
        if (!(script instanceof Script.Ready ready)) {
            return new ScriptRun(script, Execution.NOT_RUN, ((Script.Broken) script).reason());
        }
        ExecResult result = new Execution(machine, variables, limit)
                .run(
                        script.file(),
                        List.of("sh", "-c", RUNNER, "sh", Long.toString(limit.toSeconds())),
                        ready.text().getBytes(StandardCharsets.UTF_8));
        return new ScriptRun(script, result.exitCode(), result.stdout() + result.stderr());
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** Such as {@code solve/run-hello.sh ended with 3}. */
    public String end() {
        return Execution.end(script.file(), exitCode);
    }

    @Override
    public String toString() {
        return Execution.told(script.file(), exitCode, output);
    }
}

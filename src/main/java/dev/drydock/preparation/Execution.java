package dev.drydock.preparation;

import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs commands in a machine with a lesson's variables, and waits no longer than it must. */
record Execution(Machine machine, Map<String, String> variables, Duration limit) {

    static final int TIMED_OUT = 124;
    static final int NOT_RUN = 126;

    /** A command ends itself at its limit; only a machine that answers nothing at all needs this. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    ExecResult run(String what, List<String> command, byte[] input) {
        FutureTask<ExecResult> run = new FutureTask<>(() -> machine.exec(withVariables(command), input));
        Thread.ofVirtual().name("script-in-" + machine.id()).start(run);
        try {
            return run.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new ExecResult(TIMED_OUT, "", "The machine does not answer any more.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(what + " could not be run: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + what + " ran", e);
        } finally {
            run.cancel(true);
        }
    }

    private List<String> withVariables(List<String> command) {
        if (variables.isEmpty()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("env"));
        variables.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(command);
        return all;
    }

    static String end(String script, int exitCode) {
        return script + (exitCode == TIMED_OUT ? " was stopped at its time limit" : " ended with " + exitCode);
    }

    static String told(String script, int exitCode, String output) {
        return end(script, exitCode) + (output.isBlank() ? ", saying nothing" : ", saying:\n" + output.stripTrailing());
    }
}

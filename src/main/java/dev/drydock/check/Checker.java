package dev.drydock.check;

import dev.drydock.lesson.Script;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Probe;
import dev.drydock.machine.ProbeResult;
import dev.drydock.machine.Prober;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs checkers. Whatever goes wrong with one is a {@link Verdict.Broken}, never a mark against the learner. */
@Component
public class Checker {

    private static final int PASSED = 0;
    private static final int NOT_YET = 1;
    private static final int DIAGNOSTICS_SHOWN = 500;

    private final CheckProperties properties;

    public Checker(CheckProperties properties) {
        this.properties = properties;
    }

    /**
     * Runs a task's checker against a machine; blocks until it has ended or its time is over.
     *
     * @param variables what the checker finds in its environment, besides the language
     */
    public Verdict check(Prober machine, Task task, Locale language, Map<String, String> variables) {
        return switch (task.check()) {
            case Script.Broken(String file, String reason) -> new Verdict.Broken(file + ": " + reason);
            case Script.Ready(String file, String text) ->
                verdict(
                        file,
                        machine.probe(new Probe(
                                text.getBytes(StandardCharsets.UTF_8),
                                language.getLanguage(),
                                variables,
                                task.engineOptional(),
                                properties.timeout())));
        };
    }

    static Verdict verdict(String file, ProbeResult result) {
        return switch (result) {
            case ProbeResult.Unreachable(ProbeResult.Missing missing) ->
                new Verdict.Unreachable(
                        switch (missing) {
                            case MACHINE -> Verdict.Missing.MACHINE;
                            case DOCKER -> Verdict.Missing.DOCKER;
                        });
            case ProbeResult.NotStarted(String reason) ->
                new Verdict.Broken(file + " could not be started: " + shortened(reason));
            case ProbeResult.TimedOut(var limit, String diagnostics) ->
                new Verdict.Broken(file + " was still running after " + limit.toSeconds() + " s" + said(diagnostics));
            case ProbeResult.Ended ended -> verdict(file, ended);
        };
    }

    private static Verdict verdict(String file, ProbeResult.Ended ended) {
        if (ended.exitCode() == PASSED) {
            return new Verdict.Passed();
        }
        String message = LearnerText.clean(ended.message());
        if (ended.exitCode() == NOT_YET && !message.isEmpty()) {
            return new Verdict.NotYet(message);
        }
        String without = ended.exitCode() == NOT_YET ? " without a message for the learner" : "";
        return new Verdict.Broken(file + " ended with " + ended.exitCode() + without + said(ended.diagnostics()));
    }

    private static String said(String diagnostics) {
        return diagnostics.isBlank() ? "" : ". It said: " + shortened(diagnostics);
    }

    private static String shortened(String text) {
        String clean = LearnerText.clean(text);
        return clean.length() <= DIAGNOSTICS_SHOWN ? clean : "…" + clean.substring(clean.length() - DIAGNOSTICS_SHOWN);
    }
}

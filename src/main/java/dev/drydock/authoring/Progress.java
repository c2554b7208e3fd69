package dev.drydock.authoring;

import dev.drydock.authoring.Step.Failure;
import java.io.PrintWriter;

/** Shows each task as soon as it is known how it came out, and of what failed everything that helps to mend it. */
final class Progress {

    private final PrintWriter out;
    private final int rounds;

    Progress(PrintWriter out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    void show(TaskProof proof) {
        String round = rounds == 1 ? "" : ", round " + proof.round() + " of " + rounds;
        String failed = proof.failures() == 0 ? "" : ", " + proof.failures() + " failed";
        out.println((proof.failures() == 0 ? "ok      " : "FAILED  ") + proof.name() + "  ("
                + Words.count(proof.steps().size(), "step") + failed + round + ", " + Words.seconds(proof.took())
                + ")");
        for (Step step : proof.steps()) {
            Failure failure = step.failure();
            if (failure != null) {
                show(step.name(), failure);
            }
        }
        out.flush();
    }

    private void show(String step, Failure failure) {
        out.println("    " + step + " [" + failure.verdict() + "]");
        block("expected", failure.expected());
        block("seen", failure.seen());
        if (!failure.script().isEmpty()) {
            block("script", failure.script());
        }
    }

    private void block(String label, String text) {
        String margin = String.format("      %-10s", label);
        for (String line : text.lines().toList()) {
            out.println(margin + Shown.line(line));
            margin = " ".repeat(14) + "| ";
        }
    }
}

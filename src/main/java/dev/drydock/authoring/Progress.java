package dev.drydock.authoring;

import dev.drydock.authoring.Step.Failure;
import java.io.PrintWriter;
import java.util.List;

/** Shows each part as soon as it is known how it came out, and of what failed everything that helps to mend it. */
final class Progress implements Proof.Listener {

    private static final int LINES_SHOWN = 8;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final int rounds;
    private final boolean live;
    private int parts;
    private int shown;

    /** @param live whether somebody watches, on a terminal that can forget a line again */
    Progress(PrintWriter out, int rounds, boolean live) {
        this.out = out;
        this.rounds = rounds;
        this.live = live;
    }

    @Override
    public void begins(int parts) {
        this.parts = parts;
    }

    @Override
    public void walks(Trial trial, int round) {
        if (live) {
            out.print(CLEAR + "· " + shown + " of " + parts + "; "
                    + trial.chosen().name() + ", " + trial.name() + " …");
            out.flush();
        }
    }

    @Override
    public void shows(PartProof proof) {
        shown++;
        String round = rounds == 1 ? "" : ", round " + proof.round() + " of " + rounds;
        String failed = proof.failures() == 0 ? "" : ", " + proof.failures() + " failed";
        long steps = proof.steps().stream().filter(Step::run).count();
        out.println((live ? CLEAR : "") + (proof.failures() == 0 ? "ok      " : "FAILED  ") + proof.name() + "  ("
                + Words.count(steps, "step") + failed + round + ", " + Words.seconds(proof.took()) + "; " + shown
                + " of " + parts + ")");
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
            block("script", lastLines(failure.script()));
        }
    }

    /** The end of what was written says what went wrong; a pull alone writes forty lines. The report has them all. */
    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        int left = lines.size() - 1 - LINES_SHOWN;
        return left <= 1
                ? text
                : String.join("\n", lines.subList(0, 1)) + "\n… (" + left + " lines; --report FILE has them)\n"
                        + String.join("\n", lines.subList(left + 1, lines.size()));
    }

    private void block(String label, String text) {
        String margin = String.format("      %-10s", label);
        for (String line : text.lines().toList()) {
            out.println(margin + Shown.line(line));
            margin = " ".repeat(14) + "| ";
        }
    }
}

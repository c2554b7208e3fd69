package dev.drydock.rehearsal;

import dev.drydock.rehearsal.Timings.Figures;
import dev.drydock.rehearsal.Timings.Spread;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a rehearsal has shown.
 *
 * @param steps with more learners each
 * @param whole the figures of all steps together
 * @param memoryMiB the host's
 * @param perLearnerMiB memory that the host had less available at the end, for each learner
 */
record Report(List<Step> steps, Figures whole, long memoryMiB, long perLearnerMiB) {

    /** The most learners with whom nothing fell short, at this and every smaller step. */
    int carried() {
        return steps.stream()
                .takeWhile(step -> step.shortcomings().isEmpty())
                .mapToInt(Step::learners)
                .max()
                .orElse(0);
    }

    boolean passed() {
        return steps.stream().allMatch(step -> step.shortcomings().isEmpty());
    }

    void print(PrintWriter out) {
        out.println();
        out.println("                    count       p50       p95       p99   longest   bound");
        for (Action action : Action.values()) {
            Spread spread = whole.spreads().get(action);
            if (spread != null) {
                out.println(String.format(
                        Locale.ROOT,
                        "%-16s %8d %6.0f ms %6.0f ms %6.0f ms %6.0f ms   p%d ≤ %d ms",
                        action.words(),
                        spread.count(),
                        spread.p50(),
                        spread.p95(),
                        spread.p99(),
                        spread.max(),
                        action.percentile(),
                        action.bound().toMillis()));
            }
        }
        out.println();
        whole.words().forEach(words -> out.println("failed: " + words));
        out.println(
                memoryMiB + " MiB of memory in all; " + perLearnerMiB + " MiB taken for each learner, server included");
        steps.stream()
                .filter(step -> !step.shortcomings().isEmpty())
                .findFirst()
                .ifPresent(step -> out.println(
                        "It bends at " + step.learners() + " learners: " + String.join("; ", step.shortcomings())));
        out.println("verdict: " + verdict());
    }

    private String verdict() {
        if (passed()) {
            return "this host carries " + carried() + " learners; more were not tried";
        }
        if (carried() == 0) {
            return "this host does not carry " + steps.getFirst().learners() + " learners";
        }
        return "this host carries " + carried() + " learners";
    }

    static String line(Step step) {
        StringJoiner times = new StringJoiner(", ");
        step.figures()
                .spreads()
                .forEach((action, spread) -> times.add(String.format(
                        Locale.ROOT,
                        "%s p%d %.0f ms",
                        action.words(),
                        action.percentile(),
                        spread.at(action.percentile()))));
        return step.learners() + " learners: " + times + "; " + step.figures().failures() + " failed; processors "
                + step.busyPercent() + " % busy, " + step.availableMiB() + " MiB of memory available, server "
                + step.serverMiB() + " MiB";
    }

    Map<String, Object> inJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("carries", carried());
        all.put("passed", passed());
        all.put("failures", whole.failures());
        all.put("memoryPerLearnerMiB", perLearnerMiB);
        Map<String, Spread> times = new LinkedHashMap<>();
        whole.spreads().forEach((action, spread) -> times.put(action.inJson(), spread));
        all.put("milliseconds", times);
        all.put("steps", steps.stream().map(Report::inJson).toList());
        return all;
    }

    private static Map<String, Object> inJson(Step step) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("learners", step.learners());
        Map<String, Spread> times = new LinkedHashMap<>();
        step.figures().spreads().forEach((action, spread) -> times.put(action.inJson(), spread));
        one.put("milliseconds", times);
        one.put("failures", step.figures().failures());
        one.put("processorsBusyPercent", step.busyPercent());
        one.put("memoryAvailableMiB", step.availableMiB());
        one.put("serverMiB", step.serverMiB());
        one.put("shortcomings", step.shortcomings());
        return one;
    }
}

package dev.drydock.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long everything took, and what went wrong. Filled by many threads. */
final class Timings {

    private static final int KEPT_WORDS = 5;

    private final @Nullable Timings whole;
    private final Map<Action, List<Long>> nanos = new EnumMap<>(Action.class);
    private final Map<String, Integer> mishaps = new LinkedHashMap<>();

    /** On its own. */
    Timings() {
        this.whole = null;
    }

    /** As a part of another, which gets everything as well. */
    Timings(Timings whole) {
        this.whole = whole;
    }

    synchronized void add(Action action, Duration time) {
        if (whole != null) {
            whole.add(action, time);
        }
        nanos.computeIfAbsent(action, none -> new ArrayList<>()).add(time.toNanos());
    }

    synchronized void addMishap(String words) {
        if (whole != null) {
            whole.addMishap(words);
        }
        mishaps.merge(words, 1, Integer::sum);
    }

    /** The figures so far. */
    synchronized Figures figures() {
        Map<Action, Spread> spreads = new EnumMap<>(Action.class);
        nanos.forEach((action, times) -> spreads.put(action, Spread.of(times)));
        List<String> words = mishaps.entrySet().stream()
                .limit(KEPT_WORDS)
                .map(mishap -> mishap.getValue() + " × " + mishap.getKey())
                .toList();
        return new Figures(
                spreads, mishaps.values().stream().mapToInt(Integer::intValue).sum(), words);
    }

    /**
     * What was measured.
     *
     * @param failures how many actions went wrong
     * @param words what went wrong, the first few kinds
     */
    record Figures(Map<Action, Spread> spreads, int failures, List<String> words) {}

    /** Of so many times, in milliseconds: the median, two percentiles and the longest. */
    record Spread(int count, double p50, double p95, double p99, double max) {

        private static final double NANOS_PER_MS = 1e6;

        static Spread of(List<Long> nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Spread(sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
        }

        /** The smallest time that at least so many per cent are not above. */
        private static double at(long[] sorted, int percent) {
            int rank = (int) Math.ceil(sorted.length * percent / 100.0);
            return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MS;
        }

        double at(int percentile) {
            return switch (percentile) {
                case 95 -> p95;
                case 99 -> p99;
                default -> throw new IllegalArgumentException("no " + percentile + "th percentile is kept");
            };
        }
    }
}

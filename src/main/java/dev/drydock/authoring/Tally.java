package dev.drydock.authoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Puts together what machines have shown, by the lessons' parts, and tells of each part when it is complete. */
final class Tally {

    /** One part in one round. */
    private record Key(String lesson, String part, int round) {}

    /** What has come of a part; by the order of its trials, however they came in. */
    private static final class Pending {

        private int awaited;
        private long nanos;
        private final Map<Integer, List<Step>> steps = new TreeMap<>();
    }

    private final Consumer<PartProof> complete;
    private final Map<Key, Pending> pending = new HashMap<>();

    Tally(Consumer<PartProof> complete) {
        this.complete = complete;
    }

    /** Has to be told of every trial before the first one ends. */
    synchronized void expect(Trial trial, int round) {
        trial.parts().forEach(part -> pending.computeIfAbsent(key(trial, part, round), key -> new Pending()).awaited++);
    }

    /** How many parts there are to tell of. */
    synchronized int size() {
        return pending.size();
    }

    /** @param order among the trials of its lesson */
    synchronized void add(Trial trial, int round, int order, Map<String, List<Step>> steps, Duration took) {
        for (String part : trial.parts()) {
            Pending one = pending.get(key(trial, part, round));
            if (one == null) {
                throw new IllegalStateException("Nobody expected " + part);
            }
            one.steps.put(order, steps.getOrDefault(part, List.of()));
            one.nanos += took.toNanos() / trial.parts().size();
            one.awaited--;
            if (one.awaited == 0) {
                List<Step> all = new ArrayList<>();
                one.steps.values().forEach(all::addAll);
                complete.accept(new PartProof(trial.chosen().name(), part, round, all, Duration.ofNanos(one.nanos)));
            }
        }
    }

    private static Key key(Trial trial, String part, int round) {
        return new Key(trial.chosen().name(), part, round);
    }
}

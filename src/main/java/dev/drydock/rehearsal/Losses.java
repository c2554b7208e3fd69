package dev.drydock.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What learners had and did not find again. Filled by many threads. */
final class Losses {

    private static final int KEPT_WORDS = 20;

    private final AtomicInteger results = new AtomicInteger();
    private final AtomicInteger shells = new AtomicInteger();
    private final AtomicInteger output = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger reconnected = new AtomicInteger();
    private final List<String> words = new ArrayList<>();

    /** A verdict that a learner was shown is not on the page any more. */
    void result(String what) {
        results.incrementAndGet();
        note(what);
    }

    /** A terminal came back with another shell. */
    void shell(String what) {
        shells.incrementAndGet();
        note(what);
    }

    /** A terminal came back with a part of its output missing. */
    void output(String what) {
        output.incrementAndGet();
        note(what);
    }

    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    void reconnected() {
        reconnected.incrementAndGet();
    }

    private synchronized void note(String what) {
        if (words.size() < KEPT_WORDS) {
            words.add(what);
        }
    }

    /** @param lines a few of the losses, in words */
    record Count(int acknowledged, int reconnected, int results, int shells, int output, List<String> lines) {

        boolean none() {
            return results + shells + output == 0;
        }
    }

    synchronized Count count() {
        return new Count(
                acknowledged.get(), reconnected.get(), results.get(), shells.get(), output.get(), List.copyOf(words));
    }
}

package dev.drydock.authoring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a proof shows, and whether it did.
 *
 * @param name the same in every round
 * @param failure null where it came out as it must
 * @param run false where it has not come to it, which is no failure of its own
 */
record Step(String name, Duration took, @Nullable Failure failure, boolean run) {

    /**
     * What came out instead.
     *
     * @param verdict its kind: {@code passed}, {@code not-yet}, {@code broken}, {@code unreachable}, {@code command} for one
     *     of the text, or {@code script} and {@code machine} where it did not come to a check
     * @param script what ran in the machine before, and what that wrote; empty where nothing did
     */
    record Failure(String verdict, String expected, String seen, String script) {}

    static Step of(String name, Duration took, @Nullable Failure failure) {
        return new Step(name, took, failure, true);
    }

    static Step notRun(String name) {
        return new Step(name, Duration.ZERO, null, false);
    }

    boolean failed() {
        return failure != null;
    }
}

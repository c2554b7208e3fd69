package dev.drydock.authoring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a proof shows, and whether it did.
 *
 * @param name the same in every round
 * @param failure null where it came out as it must
 */
record Step(String name, Duration took, @Nullable Failure failure) {

    /**
     * What came out instead.
     *
     * @param verdict its kind: {@code passed}, {@code not-yet}, {@code broken}, {@code unreachable}, or {@code script}
     *     and {@code machine} where it did not come to a check
     * @param script what ran in the machine before, and what that wrote; empty where nothing did
     */
    record Failure(String verdict, String expected, String seen, String script) {}

    boolean failed() {
        return failure != null;
    }
}

package dev.drydock.journey;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something to become true. How long it takes is nobody's business, as long as it happens. */
public final class Patience {

    static final Duration GUARD = Duration.ofSeconds(180);
    private static final long PAUSE_MILLIS = 50;

    private Patience() {}

    /** Returns once it is true; fails when it does not become so. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "");
    }

    /** The same; a failure also tells what a look around then shows. */
    static void until(String what, BooleanSupplier condition, Supplier<String> look) {
        long end = System.nanoTime() + GUARD.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "In " + GUARD.toSeconds() + " seconds it did not come true that " + what + "\n" + look.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}

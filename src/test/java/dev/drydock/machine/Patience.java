package dev.drydock.machine;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something to become true. How long it takes is nobody's business, as long as it happens. */
final class Patience {

    static final Duration GUARD = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 20;

    private Patience() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + GUARD.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("In %d seconds it did not come true that %s", GUARD.toSeconds(), what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

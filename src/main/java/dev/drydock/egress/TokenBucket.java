package dev.drydock.egress;

import java.util.function.LongSupplier;

/** Bytes per second for one machine. What is not used is kept for a second. */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final long perSecond;
    private final LongSupplier nanos;
    private final Sleeper sleeper;
    /** When everything that was taken so far has been earned. */
    private long paidAt;

    /** Waits. */
    interface Sleeper {

        void sleep(long nanos) throws InterruptedException;
    }

    /** @param nanos a clock that does not jump, in nanoseconds */
    TokenBucket(long perSecond, LongSupplier nanos, Sleeper sleeper) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.sleeper = sleeper;
        this.paidAt = nanos.getAsLong() - SECOND;
    }

    static TokenBucket of(long perSecond) {
        return new TokenBucket(
                perSecond, System::nanoTime, nanos -> Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000)));
    }

    /** Takes so many, and waits until they have been earned. */
    void take(int bytes) throws InterruptedException {
        long wait;
        synchronized (this) {
            long now = nanos.getAsLong();
            paidAt = Math.max(paidAt, now - SECOND) + bytes * SECOND / perSecond;
            wait = paidAt - now;
        }
        if (wait > 0) {
            sleeper.sleep(wait);
        }
    }
}

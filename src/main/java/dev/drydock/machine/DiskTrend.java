package dev.drydock.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Where the host's free disk is going. To look at it costs next to nothing, so it is looked at often. */
final class DiskTrend {

    /** So far ahead it is asked whether the disk will be full: about as long as it takes to find and stop who fills it. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final long NOTICEABLE = 32L * 1024 * 1024;

    private final LongSupplier free;
    private final long floor;
    private final long step;
    private final InstantSource steady;
    private Instant at = Instant.MIN;
    private long last = Long.MAX_VALUE;
    private long reference = Long.MAX_VALUE;

    /**
     * What there is to do.
     *
     * @param isShort whether what is in reserve is being used up, or will be in a moment
     * @param isFalling whether so much has gone since the machines were measured last that all have to be measured now
     */
    record Outlook(long free, boolean isShort, boolean isFalling) {}

    /**
     * @param free bytes
     * @param floor bytes below which machines that grow are stopped
     * @param step bytes after whose loss all machines are measured
     */
    DiskTrend(LongSupplier free, long floor, long step, InstantSource steady) {
        this.free = free;
        this.floor = floor;
        this.step = step;
        this.steady = steady;
    }

    Outlook look() {
        long now = free.getAsLong();
        Instant time = steady.instant();
        boolean isShort = now < floor || ahead(now, time) < floor;
        last = now;
        at = time;
        if (now >= reference || reference == Long.MAX_VALUE) {
            reference = now;
            return new Outlook(now, isShort, false);
        }
        boolean isFalling = reference - now >= (isShort ? Math.min(step, NOTICEABLE) : step);
        if (isFalling) {
            reference = now;
        }
        return new Outlook(now, isShort, isFalling);
    }

    private long ahead(long now, Instant time) {
        if (last == Long.MAX_VALUE || now >= last) {
            return now;
        }
        double seconds = Math.max(0.001, Duration.between(at, time).toMillis() / 1000.0);
        return now - (long) ((last - now) / seconds * AHEAD.toSeconds());
    }
}

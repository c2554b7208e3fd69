package dev.drydock.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What day it is, for what lasts for days. A host's clock may jump, by a dead battery or a wrong time server, and that must neither sign anybody
 * out nor use up an address. So a jump is believed when it has lasted for a day of the processor's clock, which nobody sets; until then the
 * date goes on from where it was.
 */
final class BelievedTime implements InstantSource {

    /** What clocks differ by without anybody having jumped. */
    static final Duration TOLERANCE = Duration.ofHours(1);

    /** How long a date must have stood to be believed. */
    static final Duration PROOF = Duration.ofDays(1);

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private final long begun;
    private Instant believed;
    private long believedAt;
    private @Nullable Doubt doubt;

    /** @param off by how much the wall's clock is off, as far as is known */
    private record Doubt(Duration off, long since) {}

    /**
     * @param wall the clock that may jump
     * @param nanoTime one that nobody can set
     */
    BelievedTime(InstantSource wall, LongSupplier nanoTime) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.believedAt = begun;
        this.believed = wall.instant();
    }

    /** By the clocks of this host. */
    static BelievedTime ofThisHost() {
        return new BelievedTime(InstantSource.system(), System::nanoTime);
    }

    @Override
    public synchronized Instant instant() {
        Instant said = wall.instant();
        long now = nanoTime.getAsLong();
        Instant expected = believed.plusNanos(now - believedAt);
        Duration off = Duration.between(expected, said);
        if (off.abs().compareTo(TOLERANCE) <= 0 || hasLasted(off, now)) {
            believed = said;
            believedAt = now;
            doubt = null;
            return said;
        }
        return expected;
    }

    private boolean hasLasted(Duration off, long now) {
        Doubt before = doubt;
        if (before == null || before.off().minus(off).abs().compareTo(TOLERANCE) > 0) {
            doubt = new Doubt(off, now);
            return false;
        }
        return now - before.since() >= PROOF.toNanos();
    }

    /** The earlier of the date that is believed and the one that the host's clock shows: what is over by this one is over. */
    Instant earliest() {
        Instant own = instant();
        Instant said = wall.instant();
        return own.isBefore(said) ? own : said;
    }

    /** The later of the two: what is after this one comes from a clock that was wrong. */
    Instant latest() {
        Instant own = instant();
        Instant said = wall.instant();
        return own.isAfter(said) ? own : said;
    }

    /**
     * Whether the server has run for so long that a clock that was wrong at its start would have been put right: what cannot be undone
     * waits for that.
     */
    boolean isProven() {
        return nanoTime.getAsLong() - begun >= PROOF.toNanos();
    }
}

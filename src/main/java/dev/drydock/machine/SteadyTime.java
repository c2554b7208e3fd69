package dev.drydock.machine;

import java.time.Instant;
import java.time.InstantSource;

/** The time that the processor counts: good for how long something took, for no date, and nobody can set it. */
public final class SteadyTime implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }
}

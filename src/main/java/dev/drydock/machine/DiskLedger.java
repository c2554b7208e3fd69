package dev.drydock.machine;

import dev.drydock.machine.DiskUsage.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What each machine was last seen to take of the disk, and what follows from it. A server that has just started knows nothing, and takes the first
 * look at a machine for where it stands.
 */
final class DiskLedger {

    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 6;

    private final DiskLimit limit;
    private final InstantSource steady;
    private final Map<MachineId, Entry> entries = new ConcurrentHashMap<>();

    /**
     * One machine.
     *
     * @param used bytes; negative where it was never measured
     * @param growth bytes since the look before
     * @param ceiling bytes that it must not exceed; negative where the next look tells
     * @param misses how often in a row it ran and could not be measured
     * @param missingSince when the first of these misses was
     * @param stops how often it was stopped since it was last within its limit
     * @param restUntil when it may be started again
     */
    record Entry(
            long used,
            long growth,
            long ceiling,
            Instant looked,
            int misses,
            Instant missingSince,
            Stopped stopped,
            int stops,
            Instant restUntil) {

        static Entry unknown(Instant looked) {
            return new Entry(-1, 0, -1, looked, 0, looked, Stopped.NO, 0, Instant.MIN);
        }

        boolean isOverCeiling() {
            return used > ceiling && misses == 0;
        }

        boolean isUnseen() {
            return used < 0;
        }

        Entry lookedAt(Instant now, int inRow) {
            return new Entry(used, 0, ceiling, now, inRow, misses == 0 ? now : missingSince, stopped, stops, restUntil);
        }

        Entry started() {
            return new Entry(used, 0, ceiling, looked, misses, missingSince, Stopped.NO, stops, restUntil);
        }
    }

    /** @param steady a clock that nobody sets */
    DiskLedger(DiskLimit limit, InstantSource steady) {
        this.limit = limit;
        this.steady = steady;
    }

    DiskLimit limit() {
        return limit;
    }

    Optional<Entry> entry(MachineId machine) {
        return Optional.ofNullable(entries.get(machine));
    }

    Optional<DiskUsage> usage(MachineId machine) {
        return entry(machine)
                .filter(entry -> !entry.isUnseen() || entry.stopped() != Stopped.NO)
                .map(this::usage);
    }

    private DiskUsage usage(Entry entry) {
        long used = Math.max(0, entry.used());
        return new DiskUsage(used, limit.bytes(), limit.level(used), entry.stopped());
    }

    /**
     * Writes down what a machine takes, unless it was stopped meanwhile.
     *
     * @param begun when it began to be measured
     */
    Entry measured(MachineId machine, long used, Instant begun) {
        return update(machine, before -> {
            if (before.stopped() != Stopped.NO && !before.looked().isBefore(begun)) {
                return before;
            }
            long allowed = Math.max(limit.tolerated(), used + limit.slack());
            return new Entry(
                    used,
                    before.isUnseen() ? 0 : used - before.used(),
                    before.ceiling() < 0 ? allowed : Math.min(before.ceiling(), allowed),
                    steady.instant(),
                    0,
                    steady.instant(),
                    Stopped.NO,
                    used < limit.bytes() ? 0 : before.stops(),
                    Instant.MIN);
        });
    }

    /** Writes down that a machine runs and could not be measured. What was known of it before stays known. */
    Entry missed(MachineId machine) {
        return update(machine, before -> before.lookedAt(steady.instant(), before.misses() + 1));
    }

    /** Writes down that a machine could not be measured, which says nothing of it: nothing else was measured either. */
    void notReached(MachineId machine) {
        update(machine, before -> before.lookedAt(steady.instant(), before.misses()));
    }

    /** Writes down that a machine stands still, and so takes no more than it did. */
    void standsStill(MachineId machine) {
        update(machine, before -> before.lookedAt(steady.instant(), 0));
    }

    /** Writes down that a machine is stopped. Each time in a row, it has to rest for twice as long. */
    void stopped(MachineId machine, Stopped why) {
        update(machine, before -> {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(before.stops(), MOST_DOUBLINGS));
            Instant now = steady.instant();
            return new Entry(before.used(), 0, -1, now, 0, now, why, before.stops() + 1, now.plus(rest));
        });
    }

    /**
     * Asks whether a machine that stands still may be started.
     *
     * @throws DiskFullException if it has to rest
     */
    void admit(MachineId machine) {
        Entry entry = entries.get(machine);
        if (entry != null && entry.stopped() != Stopped.NO) {
            Duration rest = Duration.between(steady.instant(), entry.restUntil());
            if (rest.isPositive()) {
                throw new DiskFullException(machine, usage(entry), rest);
            }
            update(machine, Entry::started);
        }
    }

    /** For how long a machine has not been looked at; nothing if never. */
    Optional<Duration> age(MachineId machine) {
        return entry(machine).map(entry -> Duration.between(entry.looked(), steady.instant()));
    }

    /** Forgets machines that are gone. */
    void keepOnly(Set<MachineId> machines) {
        entries.keySet().retainAll(machines);
    }

    private Entry update(MachineId machine, UnaryOperator<Entry> change) {
        return entries.compute(
                machine, (id, before) -> change.apply(before == null ? Entry.unknown(steady.instant()) : before));
    }
}

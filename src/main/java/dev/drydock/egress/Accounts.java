package dev.drydock.egress;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The accounts of the machines that use the proxy. Machines come and go: one that has been away for long is forgotten. */
final class Accounts {

    private final Supplier<Account> opening;
    private final long kept;
    private final LongSupplier nanoTime;
    private final Map<Integer, Entry> entries = new HashMap<>();

    /**
     * @param opening makes a new one
     * @param kept how long one is kept that is not used
     * @param nanoTime the time, in nanoseconds since whenever
     */
    Accounts(Supplier<Account> opening, Duration kept, LongSupplier nanoTime) {
        this.opening = opening;
        this.kept = kept.toNanos();
        this.nanoTime = nanoTime;
    }

    private static final class Entry {

        private final Account account;
        private int sessions;
        private long used;

        private Entry(Account account) {
            this.account = account;
        }
    }

    /** Begins a session of the machine, which has to be ended by {@link #leave}; nothing where it has as many as it may have. */
    synchronized Optional<Account> enter(int machine) {
        Entry entry = entries.get(machine);
        if (entry == null) {
            // The only time when there come to be more of them.
            forgetUnused();
            entry = new Entry(opening.get());
            entries.put(machine, entry);
        }
        entry.used = nanoTime.getAsLong();
        if (!entry.account.sessions().tryAcquire()) {
            return Optional.empty();
        }
        entry.sessions++;
        return Optional.of(entry.account);
    }

    /** Ends a session that {@link #enter} has begun. */
    synchronized void leave(int machine) {
        Entry entry = entries.get(machine);
        if (entry == null) {
            throw new IllegalStateException("Machine " + machine + " has no session to end");
        }
        entry.used = nanoTime.getAsLong();
        entry.sessions--;
        entry.account.sessions().release();
    }

    private void forgetUnused() {
        long now = nanoTime.getAsLong();
        entries.values().removeIf(entry -> entry.sessions == 0 && now - entry.used > kept);
    }

    synchronized int size() {
        return entries.size();
    }
}

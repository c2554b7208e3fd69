package dev.drydock.machine;

import dev.drydock.machine.DiskLedger.Entry;
import dev.drydock.machine.Machine.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures machines in the background, each once at a time, and writes down what came of it. A few at once, so that a class full of machines takes no
 * longer than it must, and no more than a part of the processors. One that takes too long keeps no other waiting.
 */
final class DiskMeasuring {

    private static final Logger log = LoggerFactory.getLogger(DiskMeasuring.class);
    private static final int AT_ONCE = 2;

    /** While the host's disk runs out; where there is no hurry, the machine's own limit is enough. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final Duration RECENT = Duration.ofSeconds(150);

    private final DiskLedger ledger;
    private final InstantSource steady;
    private final Executor threads;
    private final BiConsumer<Machine, Entry> listener;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Map<MachineId, Run> running = new ConcurrentHashMap<>();
    /** Those that could not be measured when that was tried last. */
    private final Set<MachineId> failing = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Success last;

    /** The latest machine that could be measured: as long as others can be, it is not the host that keeps one from being measured. */
    private record Success(MachineId machine, Instant at) {}

    /** One measurement. */
    private static final class Run {

        private final Machine machine;
        private final AtomicBoolean holdsSlot = new AtomicBoolean();
        private volatile @Nullable Instant begun;

        Run(Machine machine) {
            this.machine = machine;
        }
    }

    /**
     * @param steady a clock that nobody sets
     * @param threads one for each measurement
     * @param listener told what each machine takes
     */
    DiskMeasuring(DiskLedger ledger, InstantSource steady, Executor threads, BiConsumer<Machine, Entry> listener) {
        this.ledger = ledger;
        this.steady = steady;
        this.threads = threads;
        this.listener = listener;
    }

    /** Forgets machines that are gone. */
    void keepOnly(Set<MachineId> machines) {
        failing.retainAll(machines);
    }

    /** Has a machine measured soon, unless it is being measured. */
    void begin(Machine machine) {
        Run run = new Run(machine);
        if (running.putIfAbsent(machine.id(), run) == null) {
            threads.execute(() -> inTurn(run));
        }
    }

    /** Whether one of them is still to be measured that does not take too long. */
    boolean isBusyWith(Set<MachineId> machines) {
        return running.values().stream()
                .anyMatch(run -> machines.contains(run.machine.id()) && (run.begun == null || run.holdsSlot.get()));
    }

    /** Takes those for missed that are being measured for longer than the short limit, and lets others take their turn. */
    void hurry() {
        running.values().forEach(this::hurry);
    }

    private void hurry(Run run) {
        Instant begun = run.begun;
        if (begun != null && Duration.between(begun, steady.instant()).compareTo(SHORT) >= 0) {
            run.begun = steady.instant();
            release(run);
            threads.execute(() -> missed(
                    run, "It takes longer than " + SHORT.toSeconds() + " s, and the host's disk is running out."));
        }
    }

    private void inTurn(Run run) {
        slots.acquireUninterruptibly();
        run.holdsSlot.set(true);
        run.begun = steady.instant();
        try {
            measure(run);
        } finally {
            running.remove(run.machine.id());
            release(run);
        }
    }

    private void release(Run run) {
        if (run.holdsSlot.compareAndSet(true, false)) {
            slots.release();
        }
    }

    private void measure(Run run) {
        Machine machine = run.machine;
        try {
            if (machine.state() != State.RUNNING) {
                failing.remove(machine.id());
                ledger.standsStill(machine.id());
                return;
            }
            Instant begun = steady.instant();
            Entry entry = ledger.measured(machine.id(), machine.diskUsage(), begun);
            failing.remove(machine.id());
            last = new Success(machine.id(), steady.instant());
            listener.accept(machine, entry);
        } catch (RuntimeException e) {
            missed(run, String.valueOf(e.getMessage()));
        }
    }

    private void missed(Run run, String why) {
        Machine machine = run.machine;
        log.warn("Machine {} of {} cannot be measured. {}", machine.id(), machine.owner(), why);
        failing.add(machine.id());
        if (isItsOwnDoing(machine)) {
            listener.accept(machine, ledger.missed(machine.id()));
        } else {
            ledger.notReached(machine.id());
        }
    }

    /** The engine answers, and either no other machine failed when it was measured last, or another one could be measured a moment ago. */
    private boolean isItsOwnDoing(Machine machine) {
        Success success = last;
        boolean othersAreMeasured = success != null
                && !success.machine().equals(machine.id())
                && Duration.between(success.at(), steady.instant()).compareTo(RECENT) <= 0;
        if (!othersAreMeasured && failing.stream().anyMatch(id -> !id.equals(machine.id()))) {
            return false;
        }
        try {
            return machine.state() == State.RUNNING;
        } catch (RuntimeException away) {
            return false;
        }
    }
}

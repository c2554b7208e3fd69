package dev.drydock.machine;

import dev.drydock.machine.DiskLedger.Entry;
import dev.drydock.machine.DiskTrend.Outlook;
import dev.drydock.machine.DiskUsage.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no machine fills the host's disk. Each is measured now and then, one near its limit more often, and all at once when the host's free
 * disk falls quickly. One that takes more than it may is stopped, and so is one that keeps from being measured; where the host's disk runs out, first
 * those that cannot be measured are stopped, and then whichever grows most.
 */
final class DiskWatch {

    private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Duration AFTER_MISS = Duration.ofSeconds(30);
    private static final Duration CLOSE = Duration.ofSeconds(10);
    private static final int MISSES = 2;
    private static final int MOST_MISSES = 5;
    private static final Duration MISSING_LIMIT = Duration.ofMinutes(2);
    private static final long NOTICEABLE = 32L * 1024 * 1024;

    private final Machines machines;
    private final DiskLedger ledger;
    private final DiskTrend trend;
    private final InstantSource steady;
    private final Executor threads;
    private final DiskMeasuring measuring;
    private Instant roundBegun = Instant.MAX;
    private boolean helpless;

    /**
     * @param steady a clock that nobody sets
     * @param threads for what takes its time: measuring and stopping
     */
    DiskWatch(Machines machines, DiskLedger ledger, DiskTrend trend, InstantSource steady, Executor threads) {
        this.machines = machines;
        this.ledger = ledger;
        this.trend = trend;
        this.steady = steady;
        this.threads = threads;
        this.measuring = new DiskMeasuring(ledger, steady, threads, this::looked);
    }

    /**
     * Looks once: at the host always, at those machines whose turn it is in the background. To be called every few seconds, by one thread; it waits for
     * no engine.
     */
    void look() {
        List<Machine> all = machines.all();
        Set<MachineId> ids = all.stream().map(Machine::id).collect(Collectors.toSet());
        ledger.keepOnly(ids);
        measuring.keepOnly(ids);
        Outlook outlook = trend.look();
        if (outlook.isFalling()) {
            roundBegun = steady.instant();
        }
        all.stream()
                .filter(machine -> outlook.isFalling() || isDue(machine.id(), outlook))
                .forEach(measuring::begin);
        if (outlook.isShort()) {
            measuring.hurry();
            relieve(all, ids, outlook);
        } else {
            helpless = false;
        }
    }

    private boolean isDue(MachineId machine, Outlook outlook) {
        Duration often =
                ledger.entry(machine).map(entry -> often(entry, outlook)).orElse(Duration.ZERO);
        return ledger.age(machine).filter(age -> age.compareTo(often) < 0).isEmpty();
    }

    private Duration often(Entry entry, Outlook outlook) {
        if (entry.misses() > 0) {
            return outlook.isShort() ? Duration.ZERO : AFTER_MISS;
        }
        return entry.used() >= ledger.limit().warning() ? CLOSE : USUAL;
    }

    private void looked(Machine machine, Entry entry) {
        if (entry.stopped() != Stopped.NO) {
            return;
        }
        if (entry.isOverCeiling()) {
            log.warn(
                    "Machine {} of {} takes {} bytes of the disk and may take {}: it is stopped",
                    machine.id(),
                    machine.owner(),
                    entry.used(),
                    ledger.limit().bytes());
            threads.execute(() -> stop(machine, Stopped.OVER_LIMIT));
        } else if (entry.misses() >= MOST_MISSES
                && Duration.between(entry.missingSince(), steady.instant()).compareTo(MISSING_LIMIT) >= 0) {
            log.warn(
                    "Machine {} of {} could not be measured {} times in a row: it is stopped",
                    machine.id(),
                    machine.owner(),
                    entry.misses());
            threads.execute(() -> stop(machine, Stopped.UNMEASURED));
        }
    }

    /**
     * One at a time, and then another look: perhaps that was enough. Who keeps from being measured comes first, because it may be the one that grows. Of the
     * others only what was seen since the disk began to fall counts, and only when all that can be measured quickly are.
     */
    private void relieve(List<Machine> all, Set<MachineId> ids, Outlook outlook) {
        Optional<Machine> first = all.stream().filter(this::hides).findFirst();
        if (first.isEmpty() && measuring.isBusyWith(ids)) {
            return;
        }
        first.or(() -> all.stream()
                        .filter(machine -> growth(machine) >= NOTICEABLE)
                        .max(Comparator.comparingLong(this::growth)))
                .ifPresentOrElse(machine -> relieveOf(machine, outlook), () -> complain(outlook));
    }

    private void relieveOf(Machine machine, Outlook outlook) {
        log.warn(
                "The host's disk has {} bytes left: machine {} of {} is stopped; it grew by {} bytes{}",
                outlook.free(),
                machine.id(),
                machine.owner(),
                growth(machine),
                hides(machine) ? " before it could not be measured any more" : "");
        threads.execute(() -> stop(machine, Stopped.HOST_FULL));
    }

    private long growth(Machine machine) {
        return ledger.entry(machine.id())
                .filter(entry -> !entry.looked().isBefore(roundBegun))
                .map(Entry::growth)
                .orElse(0L);
    }

    private boolean hides(Machine machine) {
        return ledger.entry(machine.id())
                .filter(entry -> entry.misses() >= MISSES)
                .isPresent();
    }

    private void complain(Outlook outlook) {
        if (!helpless) {
            helpless = true;
            log.error(
                    "The host's disk has {} bytes left, and no machine is seen to grow. Look for what fills it (df -h; docker"
                            + " system df), and make room: remove images and containers that nobody needs, or machines.",
                    outlook.free());
        }
    }

    /** What it says comes first: whose terminal ends by this asks at once why. */
    private void stop(Machine machine, Stopped why) {
        machines.rest(machine.owner(), resting -> {
            if (resting.id().equals(machine.id())) {
                ledger.stopped(machine.id(), why);
                resting.stop();
            }
        });
    }
}

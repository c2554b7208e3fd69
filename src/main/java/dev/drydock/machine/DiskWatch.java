package dev.drydock.machine;

import dev.drydock.machine.DiskLedger.Entry;
import dev.drydock.machine.DiskTrend.Outlook;
import dev.drydock.machine.DiskUsage.Stopped;
import dev.drydock.machine.Machine.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no machine fills the host's disk. Each is measured now and then, one near its limit more often, and all at once when the host's free
 * disk falls quickly. One that takes more than it may is stopped; where the host's disk runs out, whichever grows most is stopped first.
 */
final class DiskWatch {

    private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Duration CLOSE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;
    private static final int MISSES = 2;
    private static final long NOTICEABLE = 32L * 1024 * 1024;

    private final Machines machines;
    private final DiskLedger ledger;
    private final DiskTrend trend;
    private boolean helpless;

    DiskWatch(Machines machines, DiskLedger ledger, DiskTrend trend) {
        this.machines = machines;
        this.ledger = ledger;
        this.trend = trend;
    }

    /** Looks once: at the host always, at those machines whose turn it is. To be called every few seconds, by one thread. */
    void look() {
        List<Machine> all = machines.all();
        ledger.keepOnly(all.stream().map(Machine::id).collect(Collectors.toSet()));
        Outlook outlook = trend.look();
        List<Machine> due = all.stream()
                .filter(machine -> outlook.isFalling() || isDue(machine.id()))
                .toList();
        measure(due);
        if (outlook.isShort()) {
            relieve(due, outlook);
        } else {
            helpless = false;
        }
    }

    private boolean isDue(MachineId machine) {
        Duration often = ledger.entry(machine)
                .filter(entry -> entry.used() >= ledger.limit().warning())
                .map(entry -> CLOSE)
                .orElse(USUAL);
        return ledger.age(machine).filter(age -> age.compareTo(often) < 0).isEmpty();
    }

    /** A few at once, so that a class full of machines takes no longer than it must, and no more than a part of the processors. */
    private void measure(List<Machine> due) {
        if (due.isEmpty()) {
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("disk-", 0).factory())) {
            due.forEach(machine -> threads.execute(() -> measure(machine)));
        }
    }

    private void measure(Machine machine) {
        try {
            if (machine.state() != State.RUNNING) {
                ledger.standsStill(machine.id());
                return;
            }
            Entry entry = ledger.measured(machine.id(), machine.diskUsage());
            if (entry.isOverCeiling()) {
                log.warn(
                        "Machine {} of {} takes {} bytes of the disk and may take {}: it is stopped",
                        machine.id(),
                        machine.owner(),
                        entry.used(),
                        ledger.limit().bytes());
                stop(machine, Stopped.OVER_LIMIT);
            }
        } catch (RuntimeException e) {
            log.warn("Machine {} of {} cannot be measured. {}", machine.id(), machine.owner(), e.getMessage());
            ledger.missed(machine.id());
        }
    }

    /** One at a time, and then another look: perhaps that was enough. Who keeps from being measured has to be taken for one that grows. */
    private void relieve(List<Machine> looked, Outlook outlook) {
        looked.stream()
                .filter(machine -> growth(machine) >= NOTICEABLE)
                .max(Comparator.comparingLong(this::growth))
                .or(() -> looked.stream().filter(this::hides).findFirst())
                .ifPresentOrElse(
                        machine -> {
                            log.warn(
                                    "The host's disk has {} bytes left: machine {} of {} is stopped; it grew by {} bytes",
                                    outlook.free(),
                                    machine.id(),
                                    machine.owner(),
                                    growth(machine));
                            stop(machine, Stopped.HOST_FULL);
                        },
                        () -> complain(outlook));
    }

    private long growth(Machine machine) {
        return ledger.entry(machine.id()).map(Entry::growth).orElse(0L);
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

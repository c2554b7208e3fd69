package dev.drydock.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts machines to rest that nobody uses: first they are paused, then stopped, and at last removed. */
final class Idling {

    private static final Logger log = LoggerFactory.getLogger(Idling.class);

    private final Machines machines;
    private final Usage usage;
    private final Times times;
    private final InstantSource wall;
    private final Map<MachineId, Duration> warned = new ConcurrentHashMap<>();

    /**
     * When a machine is put to rest.
     *
     * @param pause after this long without a learner at it
     * @param stop after this long without a learner at it
     * @param expire after it has been stopped for this long its owner is warned; zero keeps it for good
     * @param grace and after this long since the warning it is removed
     */
    record Times(Duration pause, Duration stop, Duration expire, Duration grace) {}

    /** @param wall the clock by which the engine says when a machine has stopped */
    Idling(Machines machines, Usage usage, Times times, InstantSource wall) {
        this.machines = machines;
        this.usage = usage;
        this.times = times;
        this.wall = wall;
    }

    /** Looks at every machine once. What one of them refuses does not hold up the others. */
    void look() {
        for (Machine machine : machines.all()) {
            Owner owner = machine.owner();
            if (usage.idle(owner).compareTo(times.pause()) < 0) {
                continue;
            }
            try {
                machines.rest(owner, this::rest);
            } catch (RuntimeException e) {
                log.error("Machine {} of {} cannot be put to rest. {}", machine.id(), owner, e.getMessage());
            }
        }
    }

    /** Asks again for how long it has been idle: its owner may have come back just before nobody could. */
    private void rest(Machine machine) {
        Duration idle = usage.idle(machine.owner());
        switch (machine.state()) {
            case RUNNING -> {
                if (idle.compareTo(times.stop()) >= 0) {
                    stop(machine, idle);
                } else if (idle.compareTo(times.pause()) >= 0) {
                    log.info("Pausing machine {} of {}, unused for {}", machine.id(), machine.owner(), idle);
                    machine.pause();
                }
            }
            case PAUSED -> {
                if (idle.compareTo(times.stop()) >= 0) {
                    stop(machine, idle);
                }
            }
            case STOPPED -> expire(machine, idle);
            case GONE -> warned.remove(machine.id());
        }
    }

    private static void stop(Machine machine, Duration idle) {
        log.info("Stopping machine {} of {}, unused for {}", machine.id(), machine.owner(), idle);
        machine.stop();
    }

    /**
     * A machine goes when the wall's clock says that it is due, and the grace has passed by the steady one since the owner was warned: a clock
     * that jumps by years costs nobody a machine.
     */
    private void expire(Machine machine, Duration idle) {
        if (times.expire().isZero()) {
            return;
        }
        Owner owner = machine.owner();
        Instant due = machine.stoppedSince().orElseGet(wall::instant).plus(times.expire());
        if (due.isAfter(wall.instant())) {
            warned.remove(machine.id());
            usage.keepUntil(owner, due.plus(times.grace()));
            return;
        }
        Duration first = warned.computeIfAbsent(machine.id(), id -> idle);
        Duration left = times.grace().minus(idle.minus(first));
        if (left.isPositive()) {
            usage.keepUntil(owner, wall.instant().plus(left));
            return;
        }
        log.info("Removing machine {} of {}: it has been kept for long enough", machine.id(), owner);
        machines.remove(owner);
        warned.remove(machine.id());
        usage.forget(owner);
    }
}

package dev.drydock.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts machines to rest that nobody uses: first they are paused, then stopped, and at last removed. */
final class Idling {

    private static final Logger log = LoggerFactory.getLogger(Idling.class);

    private final Machines machines;
    private final Usage usage;
    private final Function<Owner, IdleTimes> times;
    private final InstantSource wall;
    private final Map<MachineId, Duration> warned = new ConcurrentHashMap<>();

    /**
     * @param times those of each owner's machine
     * @param wall the clock by which the engine says when a machine has stopped
     */
    Idling(Machines machines, Usage usage, Function<Owner, IdleTimes> times, InstantSource wall) {
        this.machines = machines;
        this.usage = usage;
        this.times = times;
        this.wall = wall;
    }

    /** Looks at every machine once. What one of them refuses does not hold up the others. */
    void look() {
        for (Machine machine : machines.all()) {
            Owner owner = machine.owner();
            try {
                IdleTimes its = times.apply(owner);
                if (usage.idle(owner).compareTo(its.pause()) >= 0) {
                    machines.rest(owner, resting -> rest(resting, its));
                }
            } catch (RuntimeException e) {
                log.error("Machine {} of {} cannot be put to rest. {}", machine.id(), owner, e.getMessage());
            }
        }
    }

    /** Asks again for how long it has been idle: its owner may have come back just before nobody could. */
    private void rest(Machine machine, IdleTimes its) {
        Duration idle = usage.idle(machine.owner());
        switch (machine.state()) {
            case RUNNING -> {
                if (idle.compareTo(its.stop()) >= 0) {
                    stop(machine, idle);
                } else if (idle.compareTo(its.pause()) >= 0) {
                    log.info("Pausing machine {} of {}, unused for {}", machine.id(), machine.owner(), idle);
                    machine.pause();
                }
            }
            case PAUSED -> {
                if (idle.compareTo(its.stop()) >= 0) {
                    stop(machine, idle);
                }
            }
            case STOPPED -> expire(machine, idle, its);
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
    private void expire(Machine machine, Duration idle, IdleTimes its) {
        if (its.expire().isZero()) {
            return;
        }
        Owner owner = machine.owner();
        Instant due = machine.stoppedSince().orElseGet(wall::instant).plus(its.expire());
        if (due.isAfter(wall.instant())) {
            warned.remove(machine.id());
            usage.keepUntil(owner, due.plus(its.grace()));
            return;
        }
        Duration first = warned.computeIfAbsent(machine.id(), id -> idle);
        Duration left = its.grace().minus(idle.minus(first));
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

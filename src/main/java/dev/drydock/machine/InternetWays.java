package dev.drydock.machine;

import dev.drydock.engine.Engine.RunningCommand;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The ways to the internet that are open. Each is a program ({@code machine-internet}) on the outer side of a machine that lives as long as
 * its input, so that none outlives this server.
 */
final class InternetWays {

    private final Duration patience;
    private final Map<MachineId, Door> doors = new ConcurrentHashMap<>();

    InternetWays() {
        this(Duration.ofSeconds(5));
    }

    /** @param patience how long a machine may take to open its way */
    InternetWays(Duration patience) {
        this.patience = patience;
    }

    /** A machine's. Opening takes a moment, in which another machine's must not be kept waiting: so each has a lock of its own. */
    private static final class Door {

        private final ReentrantLock lock = new ReentrantLock();
        private boolean wanted;
        private volatile Optional<InternetWay> way = Optional.empty();

        private boolean isOpen() {
            return way.filter(InternetWay::isOpen).isPresent();
        }
    }

    /**
     * Opens it, or leaves it as it is.
     *
     * @return whether it is open
     */
    boolean open(MachineId machine, Supplier<RunningCommand> program) {
        return open(machine, program, true);
    }

    /** Opens it again where it was opened and not closed, though it has ended meanwhile with its machine. */
    void reopen(MachineId machine, Supplier<RunningCommand> program) {
        open(machine, program, false);
    }

    private boolean open(MachineId machine, Supplier<RunningCommand> program, boolean wanted) {
        Door door = doors.computeIfAbsent(machine, id -> new Door());
        door.lock.lock();
        try {
            door.wanted |= wanted;
            if (door.wanted && !door.isOpen()) {
                door.way = InternetWay.begin(machine, program, patience);
            }
            return door.isOpen();
        } finally {
            door.lock.unlock();
        }
    }

    void close(MachineId machine) {
        Door door = doors.get(machine);
        if (door == null) {
            return;
        }
        door.lock.lock();
        try {
            door.wanted = false;
            door.way.ifPresent(InternetWay::close);
            door.way = Optional.empty();
        } finally {
            door.lock.unlock();
        }
    }

    /** Closes it for good: the machine goes. */
    void forget(MachineId machine) {
        close(machine);
        doors.remove(machine);
    }

    boolean isOpen(MachineId machine) {
        Door door = doors.get(machine);
        return door != null && door.isOpen();
    }
}

package dev.drydock.machine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Machines that were started ahead, so that a learner who comes gets one at once. It is filled up again in the background, and emptied where
 * the host runs short: a machine that somebody needs is worth more than one that somebody may need.
 */
final class WarmPool {

    private static final Logger log = LoggerFactory.getLogger(WarmPool.class);

    private final MachineRuntime runtime;
    private final Capacity capacity;
    private final int size;
    private final ConcurrentLinkedDeque<Spare> ready = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean filling = new AtomicBoolean();
    private volatile boolean open;

    /** @param size how many machines wait; 0 for none */
    WarmPool(MachineRuntime runtime, Capacity capacity, int size) {
        this.runtime = runtime;
        this.capacity = capacity;
        this.size = size;
    }

    /** Takes over what an earlier server left, and begins to fill up. Before that, nothing is made ahead. */
    void open(List<Spare> left) {
        filling.set(true);
        open = true;
        Thread.ofVirtual().name("warm-pool").start(() -> {
            takeOver(left);
            makeAhead();
        });
    }

    private void takeOver(List<Spare> left) {
        for (Spare spare : left) {
            try {
                if (ready.size() < size && spare.isReady()) {
                    ready.add(spare);
                } else {
                    spare.remove();
                }
            } catch (RuntimeException e) {
                log.warn("Spare machine {} is left alone. {}", spare.id(), e.getMessage());
            }
        }
    }

    /** A machine that has been waiting, if there is one. It is the caller's. */
    Optional<Spare> poll() {
        try {
            return waiting();
        } finally {
            fill();
        }
    }

    /** Makes no more ahead. Those that wait are found by the next server. */
    void close() {
        open = false;
    }

    /** How many wait. */
    int ready() {
        return ready.size();
    }

    /** Puts right what has changed since: fills up, or gives back what the host lacks. To be called now and then. */
    void tend() {
        removeWhatHasStopped();
        Optional<Shortage> shortage = capacity.shortage();
        if (shortage.isEmpty()) {
            fill();
            return;
        }
        Spare spare = ready.poll();
        if (spare != null) {
            log.info("Removing spare machine {}, for the host is short of {}", spare.id(), shortage.get());
            spare.remove();
        }
    }

    /** They have, with an engine that was started again; nobody who comes should have to find out. */
    private void removeWhatHasStopped() {
        for (Spare spare : ready) {
            if (!spare.isRunning() && ready.remove(spare)) {
                log.info("Spare machine {} does not run any more; making another", spare.id());
                spare.remove();
            }
        }
    }

    /** Where the engine does not say, it goes on waiting. */
    private boolean isRunning(Spare spare) {
        try {
            return spare.isRunning();
        } catch (RuntimeException e) {
            ready.addFirst(spare);
            throw e;
        }
    }

    private Optional<Spare> waiting() {
        for (Spare spare = ready.poll(); spare != null; spare = ready.poll()) {
            if (isRunning(spare)) {
                return Optional.of(spare);
            }
            log.warn("Spare machine {} does not run any more; taking another", spare.id());
            spare.remove();
        }
        return Optional.empty();
    }

    private void fill() {
        if (open && ready.size() < size && filling.compareAndSet(false, true)) {
            Thread.ofVirtual().name("warm-pool").start(this::makeAhead);
        }
    }

    private void makeAhead() {
        try {
            while (open && ready.size() < size && capacity.shortage().isEmpty()) {
                ready.add(runtime.create());
            }
        } catch (RuntimeException e) {
            log.error("No machine can be made ahead; trying again soon. {}", e.getMessage());
        } finally {
            filling.set(false);
        }
    }
}

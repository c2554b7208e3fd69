package dev.drydock.machine;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine for each owner. What runs is read from the runtime, so a restarted server goes on with what it finds. */
public class Machines {

    private static final Logger log = LoggerFactory.getLogger(Machines.class);

    private final MachineRuntime runtime;
    private final Owners owners;
    private final ReentrantLock reconciling = new ReentrantLock();
    private volatile boolean reconciled;
    private final Map<Owner, Machine> known = new ConcurrentHashMap<>();
    private final Map<Owner, ReentrantLock> locks = new ConcurrentHashMap<>();

    Machines(MachineRuntime runtime, Owners owners) {
        this.runtime = runtime;
        this.owners = owners;
    }

    /** The machines of an instance on an engine; nothing is asked of it yet. */
    public static Machines on(Engine engine, InstanceId instance, MachineProperties properties, Owners owners) {
        return new Machines(MachineConfiguration.runtime(engine, instance, properties), owners);
    }

    /** The owner's machine as it is now, if there is one. */
    public Optional<Machine> find(Owner owner) {
        reconcile();
        Machine machine = known.get(owner);
        if (machine == null || machine.state() == Machine.State.GONE) {
            return Optional.empty();
        }
        return Optional.of(machine);
    }

    /**
     * The owner's machine, running: found, started again or made. Two who ask at once get the same machine.
     *
     * @throws MachineException if it cannot be made or started
     */
    public Machine open(Owner owner) {
        ReentrantLock lock = locks.computeIfAbsent(owner, o -> new ReentrantLock());
        lock.lock();
        try {
            Optional<Machine> found = find(owner);
            if (found.isPresent()) {
                Machine machine = found.get();
                if (machine.state() == Machine.State.STOPPED) {
                    log.info("Starting machine {} of {} again", machine.id(), owner);
                    machine.start();
                }
                return machine;
            }
            removeRemains(owner);
            Machine made = runtime.create(owner);
            log.info("Made machine {} for {}", made.id(), owner);
            known.put(owner, made);
            return made;
        } finally {
            lock.unlock();
        }
    }

    /** Which machine the owner was last seen to have, without asking the runtime whether it is still there. */
    public Optional<MachineId> lastSeen(Owner owner) {
        return Optional.ofNullable(known.get(owner)).map(Machine::id);
    }

    /**
     * Gives the owner a new machine and removes the one they have, if any. The old one stays theirs until the new one is as it should be;
     * where that fails nothing has changed.
     *
     * @param shape brings the new machine to where it should be; what it throws is thrown on
     */
    public Machine replace(Owner owner, Consumer<Machine> shape) {
        reconcile();
        Machine made = runtime.create(owner);
        try {
            shape.accept(made);
            swap(owner, made);
        } catch (RuntimeException | Error e) {
            made.remove();
            throw e;
        }
        log.info("Made machine {} for {} in place of another", made.id(), owner);
        return made;
    }

    private void swap(Owner owner, Machine made) {
        ReentrantLock lock = locks.computeIfAbsent(owner, o -> new ReentrantLock());
        lock.lock();
        // Known before the old one ends: a terminal that loses its shell by that asks at once what there is.
        Machine old = known.put(owner, made);
        try {
            if (old != null) {
                old.remove();
            }
        } catch (RuntimeException e) {
            known.put(owner, Objects.requireNonNull(old));
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Removes the owner's machine with everything in it, if there is one. */
    public void remove(Owner owner) {
        reconcile();
        ReentrantLock lock = locks.computeIfAbsent(owner, o -> new ReentrantLock());
        lock.lock();
        try {
            Machine machine = known.remove(owner);
            if (machine != null) {
                machine.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Every machine that is known, in no order. */
    public List<Machine> all() {
        return List.copyOf(known.values());
    }

    /**
     * Once after a start, and before anything else, brings what is known together with what there is: goes on with machines that have an
     * owner, removes the others. Where the engine cannot be asked, the next call tries again; until then nobody
     * gets a machine, because a learner who has one must get that one.
     */
    void reconcile() {
        if (reconciled) {
            return;
        }
        reconciling.lock();
        try {
            if (!reconciled) {
                lookAround();
                reconciled = true;
            }
        } finally {
            reconciling.unlock();
        }
    }

    /** Of a machine whose container somebody removed by hand, the volume is still there. */
    private void removeRemains(Owner owner) {
        Machine gone = known.remove(owner);
        if (gone != null) {
            log.warn("Machine {} of {} was removed by somebody else; making another", gone.id(), owner);
            gone.remove();
        }
    }

    private void lookAround() {
        for (Machine machine : runtime.existing()) {
            if (owners.knows(machine.owner()) && known.putIfAbsent(machine.owner(), machine) == null) {
                log.info("Going on with machine {} of {}", machine.id(), machine.owner());
            } else if (known.get(machine.owner()) != machine) {
                log.info("Removing machine {}, which belongs to nobody any more", machine.id());
                machine.remove();
            }
        }
        runtime.sweep();
    }
}

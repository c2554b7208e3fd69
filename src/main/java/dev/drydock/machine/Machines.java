package dev.drydock.machine;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import dev.drydock.machine.Admission.News;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine for each owner. What runs is read from the runtime, so a restarted server goes on with what it finds. */
public class Machines {

    private static final Logger log = LoggerFactory.getLogger(Machines.class);

    private final MachineRuntime runtime;
    private final Owners owners;
    private final WarmPool pool;
    private final Admission admission;
    private final Room room;
    private final Usage usage;
    private final DiskLedger disks;
    private final Opening.Times times;
    private final ReentrantLock reconciling = new ReentrantLock();
    private volatile boolean reconciled;
    private final Map<Owner, Machine> known = new ConcurrentHashMap<>();
    private final Map<Owner, ReentrantLock> locks = new ConcurrentHashMap<>();

    Machines(
            MachineRuntime runtime,
            Owners owners,
            WarmPool pool,
            Admission admission,
            Room room,
            Usage usage,
            DiskLedger disks,
            Opening.Times times) {
        this.runtime = runtime;
        this.owners = owners;
        this.pool = pool;
        this.admission = admission;
        this.room = room;
        this.usage = usage;
        this.disks = disks;
        this.times = times;
    }

    /** With nobody who wants to know how long it takes. */
    Machines(
            MachineRuntime runtime,
            Owners owners,
            WarmPool pool,
            Admission admission,
            Room room,
            Usage usage,
            DiskLedger disks) {
        this(runtime, owners, pool, admission, room, usage, disks, Opening.Times.NONE);
    }

    /** With no machine made ahead, as many as are asked for, and nobody who watches the disk. */
    Machines(MachineRuntime runtime, Owners owners) {
        this(
                runtime,
                owners,
                new WarmPool(runtime, Optional::empty, 0),
                new Admission(Integer.MAX_VALUE, Duration.ZERO, new SteadyTime()),
                new Room(0, Optional::empty),
                new Usage(new SteadyTime()),
                new DiskLedger(DiskLimit.NONE, new SteadyTime()));
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

    /** The same as {@link #open(Owner, Waiting)}, for somebody who does not want to know how long it takes. */
    public Machine open(Owner owner) {
        return open(owner, Waiting.SILENT);
    }

    /**
     * The owner's machine, running: found, woken, taken from those that wait, or made. Two who ask at once get the same machine.
     *
     * @throws MachineException if it cannot be made or started
     * @throws NoRoomException if there is no room for another one
     * @throws DiskFullException if it was stopped because of the disk, and has to rest
     */
    public Machine open(Owner owner, Waiting waiting) {
        return LogContext.of(owner, known.get(owner), () -> openInTurn(owner, waiting));
    }

    private Machine openInTurn(Owner owner, Waiting waiting) {
        long begun = System.nanoTime();
        usage.touch(owner);
        ReentrantLock lock = locks.computeIfAbsent(owner, o -> new ReentrantLock());
        awaitOther(lock, owner, waiting);
        try {
            Optional<Machine> found = find(owner);
            if (found.isPresent()) {
                Machine machine = found.get();
                if (wake(machine)) {
                    times.took(Opening.WOKEN, Duration.ofNanos(System.nanoTime() - begun));
                }
                return machine;
            }
            removeRemains(owner);
            return give(owner, waiting, begun);
        } finally {
            lock.unlock();
        }
    }

    private Machine give(Owner owner, Waiting waiting, long begun) {
        try (Room.Place place = placeFor(owner)) {
            Taken taken = take(owner, waiting, place);
            Machine made = orRemove(taken.spare(), () -> taken.spare().give(owner));
            LogContext.run(owner, made, () -> log.info("Gave machine {} to {}", made.id(), owner));
            known.put(owner, made);
            times.took(taken.how(), Duration.ofNanos(System.nanoTime() - begun));
            return made;
        }
    }

    private Room.Place placeFor(Owner owner) {
        return room.place(() -> known.containsKey(owner) ? 0 : 1, known::size);
    }

    /** Somebody else may be in line for the same machine already, in another tab: then this one hears what that one was told. */
    private void awaitOther(ReentrantLock lock, Owner owner, Waiting waiting) {
        News told = null;
        while (!isFree(lock)) {
            News news = admission.newsOf(owner).orElse(told);
            if (news != null && news.differsFrom(told)) {
                news.tell(waiting);
                told = news;
            } else {
                waiting.stillThere();
            }
        }
    }

    private static boolean isFree(ReentrantLock lock) {
        try {
            return lock.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("Nobody waits for a machine any more.", e);
        }
    }

    /** One that waits, unless somebody came before; otherwise in line. */
    private Taken take(Owner owner, Waiting waiting, Room.Place place) {
        if (!admission.hasLine() && place.claim()) {
            Optional<Spare> ready = pool.poll();
            if (ready.isPresent()) {
                return new Taken(ready.get(), Opening.WARM);
            }
            place.close();
        }
        return admission.admit(owner, waiting, place, this::takeOrMake);
    }

    private Taken takeOrMake() {
        return pool.poll()
                .map(spare -> new Taken(spare, Opening.WARM))
                .orElseGet(() -> new Taken(runtime.create(), Opening.COLD));
    }

    private record Taken(Spare spare, Opening how) {}

    private boolean wake(Machine machine) {
        return switch (machine.state()) {
            case STOPPED, PAUSED -> {
                disks.admit(machine.id());
                log.info("Waking machine {} of {}", machine.id(), machine.owner());
                machine.start();
                yield true;
            }
            case RUNNING, GONE -> false;
        };
    }

    /** What fails before a machine is anybody's must leave nothing of it. */
    private static Machine orRemove(Spare spare, Supplier<Machine> giving) {
        try {
            return giving.get();
        } catch (RuntimeException | Error e) {
            spare.remove();
            throw e;
        }
    }

    /**
     * Whether there is no room for the owner, who has no machine: then their place in line, or the one that they would get. Nothing for whoever
     * has a machine, and until it is known who has one.
     */
    public OptionalInt placeWithoutRoom(Owner owner) {
        if (!reconciled || known.containsKey(owner)) {
            return OptionalInt.empty();
        }
        Optional<Shortage> lacking = room.lackingFor(1, known::size);
        boolean spare = pool.ready() > 0 && !admission.hasLine();
        boolean full = lacking.isPresent() && !(spare && lacking.get() != Shortage.MACHINES);
        return full ? OptionalInt.of(admission.placeOf(owner)) : OptionalInt.empty();
    }

    /** The server is about to end: makes no machine any more, and lets go who waits for one. Machines go on. */
    void close() {
        admission.close();
        pool.close();
    }

    /** How many wait in line. */
    int inLine() {
        return admission.inLine();
    }

    /** Tells that the owner's machine is in use, so that it is not put to rest. */
    public void used(Owner owner) {
        usage.touch(owner);
    }

    /** Until when the owner's machine is kept if nobody uses it; nothing unless it is about to be removed. */
    public Optional<Instant> keptUntil(Owner owner) {
        return usage.keptUntil(owner);
    }

    /** What the owner's machine takes of the disk, where that has been measured. */
    public Optional<DiskUsage> diskUsage(Owner owner) {
        return lastSeen(owner).flatMap(disks::usage);
    }

    /** Lets the owner's machine be put to rest, if there is one and nobody opens it right now; nobody can meanwhile. */
    void rest(Owner owner, Consumer<Machine> resting) {
        ReentrantLock lock = locks.computeIfAbsent(owner, o -> new ReentrantLock());
        if (!lock.tryLock()) {
            return;
        }
        try {
            Machine machine = known.get(owner);
            if (machine != null) {
                LogContext.run(owner, machine, () -> resting.accept(machine));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Which machine the owner was last seen to have, without asking the runtime whether it is still there. */
    public Optional<MachineId> lastSeen(Owner owner) {
        return Optional.ofNullable(known.get(owner)).map(Machine::id);
    }

    /** Whether the owner's machine, as it was last seen, has its way to the internet open; costs nothing. */
    public boolean hasInternet(Owner owner) {
        Machine machine = known.get(owner);
        return machine != null && machine.hasInternet();
    }

    /**
     * Gives the owner a new machine and removes the one they have, if any. The old one stays theirs until the new one is as it should be;
     * where that fails nothing has changed.
     *
     * @param shape brings the new machine to where it should be; what it throws is thrown on
     */
    public Machine replace(Owner owner, Consumer<Machine> shape) {
        reconcile();
        try (Room.Place place = placeFor(owner)) {
            Spare spare = take(owner, Waiting.SILENT, place).spare();
            Machine made = orRemove(spare, () -> {
                Machine promised = spare.promise(owner);
                shape.accept(promised);
                swap(owner, promised);
                return promised;
            });
            LogContext.run(owner, made, () -> log.info("Made machine {} for {} in place of another", made.id(), owner));
            return made;
        }
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
        try {
            runtime.settle(made);
        } catch (RuntimeException e) {
            // The old one is gone, so a promise is as good as the gift.
            log.warn("Machine {} of {} is not named for good yet. {}", made.id(), owner, e.getMessage());
        }
    }

    /** Removes the owner's machine with everything in it, if there is one. */
    public void remove(Owner owner) {
        reconcile();
        ReentrantLock lock = locks.computeIfAbsent(owner, o -> new ReentrantLock());
        lock.lock();
        try {
            // Known until it is gone: where that fails, nobody gets another beside it, and it can be tried again.
            Machine machine = known.get(owner);
            if (machine != null) {
                machine.remove();
                known.remove(owner);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many machines that were started ahead wait for somebody. */
    public int spares() {
        return pool.ready();
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
        Machine gone = known.get(owner);
        if (gone != null) {
            log.warn("Machine {} of {} was removed by somebody else; making another", gone.id(), owner);
            gone.remove();
            known.remove(owner);
        }
    }

    private void lookAround() {
        for (Machine machine : runtime.existing()) {
            LogContext.run(machine.owner(), machine, () -> goOnOrRemove(machine));
        }
        runtime.sweep();
        pool.open(runtime.spares());
    }

    private void goOnOrRemove(Machine machine) {
        if (owners.knows(machine.owner()) && known.putIfAbsent(machine.owner(), machine) == null) {
            log.info("Going on with machine {} of {}", machine.id(), machine.owner());
        } else if (known.get(machine.owner()) != machine) {
            log.info("Removing machine {}, which belongs to nobody any more", machine.id());
            runtime.discard(machine);
        }
    }
}

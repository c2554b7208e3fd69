package dev.drydock.authoring;

import dev.drydock.check.CheckProperties;
import dev.drydock.check.Checker;
import dev.drydock.engine.Engine;
import dev.drydock.engine.EngineException;
import dev.drydock.instance.InstanceId;
import dev.drydock.internet.Internet;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineProperties;
import dev.drydock.machine.Machines;
import dev.drydock.machine.Owner;
import dev.drydock.mirror.Mirror;
import dev.drydock.mirror.MirrorProperties;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * An instance of Drydock for one proof: a mirror and machines, and no server. It is set up by the same properties as the server, from the
 * environment and the JVM's options. Closing it removes all of it.
 */
final class ThrowAwayInstance implements FreshMachines.Yard, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Rooms.Room room;
    private final Engine engine;
    private final InstanceId id;
    private final Machines machines;
    private final Checker checker;
    private final AtomicInteger owners = new AtomicInteger();
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private ThrowAwayInstance(Rooms.Room room, Engine engine, InstanceId id, Machines machines, Checker checker) {
        this.room = room;
        this.engine = engine;
        this.id = id;
        this.machines = machines;
        this.checker = checker;
    }

    /**
     * With a mirror that has all its images; {@link #close} it, also where the program is interrupted.
     *
     * @param internet whether its machines are to have the internet, where the host allows it
     */
    static ThrowAwayInstance open(boolean internet) {
        HostSettings settings = HostSettings.read();
        Binder binder = settings.binder();
        Engine engine = Engine.at(settings.environment()
                .resolvePlaceholders("${drydock.engine.address:${DOCKER_HOST:unix:///var/run/docker.sock}}"));
        engine.version();
        Rooms.Room room = Rooms.ofThisUser().enter(id -> removeAllOf(engine, id));
        InstanceId id = room.data().id();
        Machines machines =
                Machines.on(engine, id, binder.bindOrCreate("drydock.machine", MachineProperties.class), owner -> true);
        Checker checker = new Checker(binder.bindOrCreate("drydock.check", CheckProperties.class));
        ThrowAwayInstance instance = new ThrowAwayInstance(room, engine, id, machines, checker);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(instance::close));
        try {
            instance.startMirror(binder.bindOrCreate("drydock.mirror", MirrorProperties.class));
            if (internet) {
                Internet.on(engine, id, settings.internet()).start();
            }
            return instance;
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    private void startMirror(MirrorProperties properties) {
        Mirror mirror = Mirror.on(engine, id, properties);
        mirror.start();
        mirror.fill(properties.images());
    }

    InstanceId id() {
        return id;
    }

    boolean isClosed() {
        return closed;
    }

    Checker checker() {
        return checker;
    }

    @Override
    public Machine make() {
        open.readLock().lock();
        try {
            if (closed) {
                throw new Trouble("The proof has been ended.");
            }
            return machines.open(new Owner("proof-" + owners.incrementAndGet()));
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public void remove(Machine machine) {
        if (!closed) {
            machines.remove(machine.owner());
        }
    }

    /** Waits for machines that are being made right now, so that none comes after the broom. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            boolean alone = awaitMakers();
            try {
                removeAllOf(engine, id);
            } finally {
                if (alone) {
                    open.writeLock().unlock();
                }
            }
            room.remove();
        }
    }

    private boolean awaitMakers() {
        try {
            return open.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A container that somebody else is removing at this moment is not there at the second look. */
    static void removeAllOf(Engine engine, InstanceId id) {
        Map<String, String> ours = Map.of(InstanceId.LABEL, id.value());
        for (int look = 1; ; look++) {
            try {
                engine.containers(ours).forEach(container -> engine.remove(container.id()));
                engine.volumes(ours).forEach(engine::removeVolume);
                engine.networks(ours).forEach(engine::removeNetwork);
                return;
            } catch (EngineException e) {
                if (look == 5) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}

package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Engine.Command;
import dev.drydock.engine.Engine.RunningCommand;
import dev.drydock.engine.EngineException;
import dev.drydock.engine.ProcessResult;
import dev.drydock.machine.ProbeResult.Missing;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A container that stays while probes come and go; one that a probe has not left in time is replaced. */
final class DockerProbePlace implements ProbePlace {

    /** The script is ours to remove; other files are the machine's root's, and nobody of ours may touch them. */
    private static final String CHECK = """
            rm -f /run/check/script
            [ -z "$(find /run/check /tmp -mindepth 1)" ] || { echo litter >&2; exit 125; }
            exec machine-enter check
            """;

    private static final int NOT_EMPTY = 125;

    private final Engine engine;
    private final ContainerSpec spec;
    private final HostUid uid;
    private @Nullable ContainerId container;

    DockerProbePlace(Engine engine, ContainerSpec spec, HostUid uid) {
        this.engine = engine;
        this.spec = spec;
        this.uid = uid;
        this.container = start();
    }

    private ContainerId place() {
        if (container == null) {
            container = start();
        }
        return container;
    }

    private ContainerId start() {
        ContainerId made = engine.create(spec);
        try {
            engine.start(made);
            return made;
        } catch (RuntimeException e) {
            engine.remove(made);
            throw e;
        }
    }

    @Override
    public synchronized ProbeResult probe(Probe probe) {
        try {
            ProcessResult ended = run(probe);
            if (ended.exitCode() == NOT_EMPTY && ended.stderrText().equals("litter\n")) {
                close();
                ended = run(probe);
            }
            return ProbeRun.result(ended);
        } catch (TimeoutException e) {
            close();
            return new ProbeResult.TimedOut(probe.limit(), "");
        } catch (EngineException machineEnded) {
            close();
            return new ProbeResult.Unreachable(Missing.MACHINE);
        }
    }

    private ProcessResult run(Probe probe) throws TimeoutException {
        Command command =
                new Command(uid.userAndGroup(), List.of("sh", "-c", CHECK), MachineBlueprint.environmentOf(probe));
        try (RunningCommand running = engine.run(place(), command)) {
            FutureTask<ProcessResult> result =
                    new FutureTask<>(() -> running.finish(probe.script(), ProbeRun.MESSAGE_KEPT));
            Thread.ofVirtual().name("probe-in-" + spec.name()).start(result);
            return result.get(probe.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            close();
            throw new MachineException("A probe could not be followed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("Interrupted while a probe ran", e);
        }
    }

    @Override
    public synchronized void close() {
        if (container != null) {
            engine.remove(container);
            container = null;
        }
    }
}

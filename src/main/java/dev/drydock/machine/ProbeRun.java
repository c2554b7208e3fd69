package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.engine.Engine;
import dev.drydock.engine.EngineException;
import dev.drydock.engine.ProcessResult;
import dev.drydock.engine.ProcessStream;
import dev.drydock.machine.ProbeResult.Missing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a probe in a container of its own, which is removed whatever happens. */
final class ProbeRun {

    /** Exit codes by which {@code machine-enter check} says that the script was not to blame. */
    private static final int DOCKER_SILENT = 69;

    private static final int MACHINE_GONE = 70;
    private static final int NOT_STARTED = 71;

    static final int MESSAGE_KEPT = 16 * 1024;

    private final Engine engine;
    private final Leftovers leftovers;
    private final ContainerSpec spec;

    ProbeRun(Engine engine, Leftovers leftovers, ContainerSpec spec) {
        this.engine = engine;
        this.leftovers = leftovers;
        this.spec = spec;
    }

    ProbeResult run(Probe probe) {
        ContainerId container = engine.create(spec);
        try (ProcessStream streams = engine.attach(container)) {
            return run(container, streams, probe);
        } finally {
            // It has told what it had to: an engine that ends just then takes no verdict away.
            leftovers.remove(container);
        }
    }

    private ProbeResult run(ContainerId container, ProcessStream streams, Probe probe) {
        try {
            engine.start(container);
            FutureTask<ProbeResult> result = new FutureTask<>(() -> follow(container, streams, probe));
            Thread.ofVirtual().name("probe-" + container).start(result);
            return result.get(probe.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new ProbeResult.TimedOut(probe.limit(), streams.stderrText());
        } catch (ExecutionException e) {
            throw new MachineException("A probe could not be followed: " + e.getCause(), e);
        } catch (EngineException machineJustEnded) {
            return new ProbeResult.Unreachable(Missing.MACHINE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("Interrupted while a probe ran", e);
        }
    }

    private ProbeResult follow(ContainerId container, ProcessStream streams, Probe probe) throws IOException {
        streams.stdin().write(probe.script());
        streams.stdin().close();
        byte[] message = streams.stdout().readNBytes(MESSAGE_KEPT);
        streams.stdout().transferTo(OutputStream.nullOutputStream());
        return result(new ProcessResult(engine.awaitExit(container), message, streams.stderr(), 0));
    }

    /** What {@code machine-enter check} says by ending as it did. */
    static ProbeResult result(ProcessResult ended) {
        return switch (ended.exitCode()) {
            case DOCKER_SILENT -> new ProbeResult.Unreachable(Missing.DOCKER);
            case MACHINE_GONE -> new ProbeResult.Unreachable(Missing.MACHINE);
            case NOT_STARTED -> new ProbeResult.NotStarted(ended.stderrText().strip());
            default -> new ProbeResult.Ended(ended.exitCode(), ended.stdoutText(), ended.stderrText());
        };
    }
}

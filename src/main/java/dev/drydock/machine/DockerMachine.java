package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Engine.Command;
import dev.drydock.engine.Engine.RunningCommand;
import dev.drydock.engine.ProcessResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A machine that is a container. Every command enters as the machine's own host uid, never as the container's root. */
final class DockerMachine implements Machine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final Duration MEASURING_LIMIT = Duration.ofSeconds(30);
    private static final int OUTPUT_KEPT = 1024 * 1024;

    private final Engine engine;
    private final MachineBlueprint blueprint;
    private final InternetWays ways;
    private final Leftovers leftovers;
    private final ContainerId container;
    private final MachineId id;
    private final Owner owner;
    private final HostUid uid;

    DockerMachine(
            Engine engine,
            MachineBlueprint blueprint,
            InternetWays ways,
            Leftovers leftovers,
            ContainerId container,
            MachineId id,
            Owner owner,
            HostUid uid) {
        this.engine = engine;
        this.blueprint = blueprint;
        this.ways = ways;
        this.leftovers = leftovers;
        this.container = container;
        this.id = id;
        this.owner = owner;
        this.uid = uid;
    }

    ContainerId container() {
        return container;
    }

    @Override
    public MachineId id() {
        return id;
    }

    @Override
    public Owner owner() {
        return owner;
    }

    @Override
    public State state() {
        return engine.container(container).map(DockerMachine::stateOf).orElse(State.GONE);
    }

    /** One that is being removed, or was removed by half, can only be removed. */
    private static State stateOf(ContainerSummary found) {
        if (found.state().equals("dead") || found.state().equals("removing")) {
            return State.GONE;
        }
        if (found.paused()) {
            return State.PAUSED;
        }
        return found.running() ? State.RUNNING : State.STOPPED;
    }

    @Override
    public void start() {
        start(List.of("machine-enter", "ready", "--engine-optional"));
        ways.reopen(id, this::internetProgram);
    }

    /** The same for one that is new, and must have an Engine. */
    void startNew() {
        start(List.of("machine-enter", "ready"));
    }

    /** Whether its Docker Engine answers at once. */
    boolean isReady() {
        return ask(List.of("machine-enter", "ready"), Duration.ofSeconds(1)).succeeded();
    }

    private void start(List<String> question) {
        if (state() == State.PAUSED) {
            // It was up, and goes on where it was: there is nothing to wait for.
            engine.unpause(container);
            return;
        }
        engine.start(container);
        ProcessResult ready = awaitReady(question);
        if (!ready.succeeded()) {
            throw notReady(ready.stderrText().strip());
        }
    }

    /** Watches the container too: the answer to a command may never come when its container ends under it. */
    private ProcessResult awaitReady(List<String> question) {
        FutureTask<ProcessResult> asked = new FutureTask<>(() -> ask(question, READY_LIMIT));
        Thread.ofVirtual().name("ready-" + id).start(asked);
        long deadline = System.nanoTime() + READY_LIMIT.plus(PATIENCE).toNanos();
        try {
            while (true) {
                try {
                    return asked.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    if (state() != State.RUNNING) {
                        throw notReady("It ended while it was starting.");
                    }
                    if (System.nanoTime() > deadline) {
                        throw notReady("Nor does the engine outside tell why.");
                    }
                }
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw notReady(String.valueOf((cause == null ? e : cause).getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReady("Nobody waits for it any more.");
        } finally {
            asked.cancel(true);
        }
    }

    private ProcessResult ask(List<String> question, Duration limit) {
        List<String> arguments = new ArrayList<>(question);
        arguments.addAll(List.of("--timeout", Long.toString(limit.toSeconds())));
        try (RunningCommand command = engine.run(container, outer(arguments.toArray(String[]::new)))) {
            return command.finish(OUTPUT_KEPT);
        }
    }

    private MachineException notReady(String said) {
        return MachineException.notReady(id, said, engine.logTail(container, 20));
    }

    @Override
    public void pause() {
        if (state() == State.RUNNING) {
            engine.pause(container);
        }
    }

    @Override
    public void stop() {
        engine.unpause(container);
        engine.stop(container, PATIENCE);
    }

    @Override
    public Optional<Instant> stoppedSince() {
        return engine.endedAt(container);
    }

    /** Somebody may freeze the machine meanwhile; then the answer does not come. */
    @Override
    public long diskUsage() {
        try (RunningCommand command = engine.run(container, outer("machine-disk"))) {
            FutureTask<ProcessResult> measuring = new FutureTask<>(() -> command.finish(OUTPUT_KEPT));
            Thread.ofVirtual().name("disk-of-" + id).start(measuring);
            return bytesIn(measuring.get(MEASURING_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw notMeasured("It took longer than " + MEASURING_LIMIT.toSeconds() + " s.", e);
        } catch (ExecutionException e) {
            throw notMeasured(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notMeasured("Nobody waits for it any more.", e);
        }
    }

    private long bytesIn(ProcessResult result) {
        String said = result.stdoutText().strip();
        if (!result.succeeded() || !said.matches("\\d{1,18}")) {
            throw notMeasured(
                    "It ended with " + result.exitCode() + ". "
                            + result.stderrText().strip(),
                    null);
        }
        return Long.parseLong(said);
    }

    private MachineException notMeasured(String why, @Nullable Exception cause) {
        return new MachineException("The disk of machine " + id + " cannot be measured. " + why, cause);
    }

    @Override
    public void remove() {
        ways.forget(id);
        engine.remove(container);
        // With its container, the machine is gone.
        leftovers.removeVolume(blueprint.volumeName(id));
    }

    @Override
    public boolean openInternet() {
        return ways.open(id, this::internetProgram);
    }

    private RunningCommand internetProgram() {
        return engine.run(container, outer("machine-internet"));
    }

    @Override
    public void closeInternet() {
        ways.close(id);
    }

    @Override
    public boolean hasInternet() {
        return ways.isOpen(id);
    }

    @Override
    public Shell openShell(String name) {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "A shell is named by 1 to 32 lower-case letters, digits and dashes, not '" + name + "'");
        }
        return new FramedShell(engine.run(container, outer("shell-holder", name)));
    }

    @Override
    public ExecResult exec(List<String> command, byte[] input) {
        List<String> arguments = new ArrayList<>(List.of("machine-enter", "inside", "--"));
        arguments.addAll(command);
        try (RunningCommand running = engine.run(container, outer(arguments.toArray(String[]::new)))) {
            ProcessResult result = running.finish(input, OUTPUT_KEPT);
            return new ExecResult(result.exitCode(), result.stdoutText(), result.stderrText());
        }
    }

    @Override
    public ProbeResult probe(Probe probe) {
        Optional<ContainerSummary> running =
                engine.container(container).filter(found -> stateOf(found) == State.RUNNING);
        if (running.isEmpty()) {
            return new ProbeResult.Unreachable(ProbeResult.Missing.MACHINE);
        }
        return new ProbeRun(engine, leftovers, blueprint.probe(besides(running.get()), probe)).run(probe);
    }

    @Override
    public ProbePlace openProbePlace() {
        ContainerSummary found = engine.container(container)
                .orElseThrow(() -> new MachineException("Machine " + id + " is gone.", null));
        return new DockerProbePlace(engine, blueprint.probePlace(besides(found)), uid);
    }

    /** Of the image that the machine is of: after an upgrade, the two might not understand one another. */
    private MachineBlueprint.Beside besides(ContainerSummary machine) {
        return new MachineBlueprint.Beside(id, uid, container, machine.image());
    }

    private Command outer(String... arguments) {
        return Command.of(uid.userAndGroup(), arguments);
    }
}

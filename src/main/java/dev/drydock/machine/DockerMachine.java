package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Engine.Command;
import dev.drydock.engine.Engine.RunningCommand;
import dev.drydock.engine.EngineException;
import dev.drydock.engine.ProcessResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine that is a container. Every command enters as the machine's own host uid, never as the container's root. */
final class DockerMachine implements Machine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String READY_SECONDS = "30";
    private static final int OUTPUT_KEPT = 1024 * 1024;

    private final Engine engine;
    private final MachineBlueprint blueprint;
    private final ContainerId container;
    private final MachineId id;
    private final Owner owner;
    private final HostUid uid;

    DockerMachine(
            Engine engine, MachineBlueprint blueprint, ContainerId container, MachineId id, Owner owner, HostUid uid) {
        this.engine = engine;
        this.blueprint = blueprint;
        this.container = container;
        this.id = id;
        this.owner = owner;
        this.uid = uid;
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
        Optional<ContainerSummary> found = engine.container(container);
        if (found.isEmpty()) {
            return State.GONE;
        }
        return found.get().running() ? State.RUNNING : State.STOPPED;
    }

    @Override
    public void start() {
        engine.start(container);
        ProcessResult ready;
        try (RunningCommand command =
                engine.run(container, outer("machine-enter", "ready", "--timeout", READY_SECONDS))) {
            ready = command.finish(OUTPUT_KEPT);
        } catch (EngineException e) {
            throw MachineException.notReady(id, String.valueOf(e.getMessage()), engine.logTail(container, 20));
        }
        if (!ready.succeeded()) {
            throw MachineException.notReady(id, ready.stderrText().strip(), engine.logTail(container, 20));
        }
    }

    @Override
    public void stop() {
        engine.stop(container, PATIENCE);
    }

    @Override
    public void remove() {
        engine.remove(container);
        engine.removeVolume(blueprint.volumeName(id));
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
        if (state() != State.RUNNING) {
            return new ProbeResult.Unreachable(ProbeResult.Missing.MACHINE);
        }
        return new ProbeRun(engine, blueprint.probe(id, uid, container, probe)).run(probe);
    }

    private Command outer(String... arguments) {
        return Command.of(uid.userAndGroup(), arguments);
    }
}

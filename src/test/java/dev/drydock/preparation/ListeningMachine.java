package dev.drydock.preparation;

import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineId;
import dev.drydock.machine.Owner;
import dev.drydock.machine.Probe;
import dev.drydock.machine.ProbePlace;
import dev.drydock.machine.ProbeResult;
import dev.drydock.machine.Shell;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Remembers what it is asked to run. */
final class ListeningMachine implements Machine {

    final List<List<String>> commands = new ArrayList<>();
    final List<String> inputs = new ArrayList<>();
    Function<String, ExecResult> answer = input -> new ExecResult(0, "", "");

    @Override
    public ExecResult exec(List<String> command, byte[] input) {
        commands.add(command);
        inputs.add(new String(input, StandardCharsets.UTF_8));
        return answer.apply(inputs.getLast());
    }

    @Override
    public MachineId id() {
        return new MachineId("0123456789ab");
    }

    @Override
    public Owner owner() {
        return new Owner("nobody");
    }

    @Override
    public State state() {
        return State.RUNNING;
    }

    @Override
    public void start() {}

    @Override
    public void pause() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> stoppedSince() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop() {}

    @Override
    public long diskUsage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove() {}

    @Override
    public boolean openInternet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closeInternet() {}

    @Override
    public boolean hasInternet() {
        return false;
    }

    @Override
    public Shell openShell(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProbeResult probe(Probe probe) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProbePlace openProbePlace() {
        throw new UnsupportedOperationException();
    }
}

package dev.drydock.authoring;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Machines of which only the scripts and commands count that have run in them. */
final class FakeYard implements FreshMachines.Yard {

    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger removed = new AtomicInteger();

    /** Scripts are known by their second line. */
    interface Check {

        ProbeResult of(String check, List<String> ran, String language);
    }

    Check check = (check, ran, language) -> new ProbeResult.Ended(2, "", "no check is set");

    Function<String, ExecResult> script = line -> new ExecResult(0, "", "");

    /** Commands in a terminal; null for one that does not give the prompt back. */
    Function<String, @Nullable ExecResult> typed = line -> new ExecResult(0, "", "");

    @Override
    public Machine make() {
        return new FakeMachine(made.incrementAndGet());
    }

    @Override
    public void remove(Machine machine) {
        removed.incrementAndGet();
    }

    private final class FakeMachine implements Machine {

        private final MachineId id;
        private final List<String> ran = new CopyOnWriteArrayList<>();

        FakeMachine(int number) {
            this.id = new MachineId("%012x".formatted(number));
        }

        @Override
        public MachineId id() {
            return id;
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
        public void pause() {}

        @Override
        public void stop() {}

        @Override
        public long diskUsage() {
            return 0;
        }

        @Override
        public Optional<Instant> stoppedSince() {
            return Optional.empty();
        }

        @Override
        public void remove() {}

        @Override
        public boolean openInternet() {
            return false;
        }

        @Override
        public void closeInternet() {}

        @Override
        public boolean hasInternet() {
            return false;
        }

        @Override
        public Shell openShell(String name) {
            return new FakeShell(line -> {
                ran.add(line);
                return typed.apply(line);
            });
        }

        @Override
        public ExecResult exec(List<String> command, byte[] input) {
            String line = secondLine(input);
            ran.add(line);
            return script.apply(line);
        }

        @Override
        public ProbePlace openProbePlace() {
            return new ProbePlace() {
                @Override
                public ProbeResult probe(Probe probe) {
                    return FakeMachine.this.probe(probe);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public ProbeResult probe(Probe probe) {
            return check.of(secondLine(probe.script()), ran, probe.language());
        }

        private static String secondLine(byte[] script) {
            return new String(script, StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElse("");
        }
    }
}

package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/** A machine beside one whose owner takes everything that the kernel gives. */
@Tag("contract")
class NeighbourTests {

    /** Takes inotify instances and watches, user namespaces, and then processes, until there are no more; keeps them all. */
    private static final String TAKE_EVERYTHING = """
            my ($init, $watch, $unshare) = `uname -m` =~ /aarch64/ ? (26, 27, 97) : (294, 254, 272);
            my @instances;
            while ((my $fd = syscall($init, 0)) >= 0) { push @instances, $fd }
            open(F, '>', '/root/instances'); print F scalar(@instances); close F;
            mkdir '/root/many'; my $watches = 0;
            for my $n (1 .. 20000) {
                my $path = "/root/many/$n"; mkdir $path;
                last if syscall($watch, $instances[0], "$path\\0", 2) < 0;
            }
            while (defined(my $pid = fork)) {
                if (!$pid) { 1 while syscall($unshare, 0x10000000) >= 0; sleep 3600 }
            }
            sleep 3600;
            """;

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine neighbour;

    @BeforeAll
    static void takeEverything() {
        neighbour = room.machine();
        Learner.load(neighbour, room.engine(), "busybox:latest");
        Machine greedy = room.newMachine(MachineRoom.properties(DataSize.ofMegabytes(768), 384));
        write(greedy, "/root/take", TAKE_EVERYTHING);
        try (HostView view = room.hostView(greedy)) {
            output(greedy, "setsid perl /root/take >/dev/null 2>&1 &");
            ForkBomb.awaitItsEnd(view, 200);
        }
        assertThat(Integer.parseInt(run(neighbour, greedy)))
                .as("inotify instances taken")
                .isPositive();
    }

    /** Looks from outside at how many instances were taken: in the greedy machine nothing can be started any more. */
    private static String run(Machine neighbour, Machine greedy) {
        assertThat(neighbour.state()).isEqualTo(Machine.State.RUNNING);
        return Probes.run(greedy, "machine-file cat /root/instances >&3").message();
    }

    @Test
    void neighbourStillGetsInotifyInstances() {
        assertThat(Learner.perl(
                        neighbour,
                        "$n = `uname -m` =~ /aarch64/ ? 26 : 294; print syscall($n, 0) >= 0 ? 'got one' : $!"))
                .isEqualTo("got one");
    }

    @Test
    void neighbourStillForksAndMakesNamespaces() {
        assertThat(neighbour).can("for i in $(seq 50); do sleep 1 & done; wait").can("unshare -Urm true");
    }

    @Test
    void neighbourStillRunsContainers() {
        assertThat(neighbour).says("alive", "docker run --rm busybox echo alive");
    }

    @Test
    void neighbourStillAnswersProbesAndShells() {
        assertThat(Probes.run(neighbour, "docker version >/dev/null && printf alive >&3"))
                .isEqualTo(new Ended(0, "alive", ""));
        try (ShellDriver shell = ShellDriver.open(neighbour, "main")) {
            shell.type("echo $((6 * 7))!\n").awaitOutput("42!");
        }
    }

    @Test
    void newMachineStillStarts() {
        Machine another = room.newMachine();
        assertThat(another).can("docker version");
        another.remove();
    }
}

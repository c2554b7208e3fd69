package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing after another that a kernel has only so many of, taken by one machine and then wanted by another. */
@Tag("contract")
class ExhaustionTests {

    private static final String FILES = """
            while (@kept < 15000) { open(my $f, '<', '/dev/null') or last; push @kept, $f; $n++ }
            """;

    private static final String TERMINALS = """
            while ($n < MOST) { open(my $f, '+<', '/dev/ptmx') or last; push @kept, $f; $n++ }
            """;

    private static final String PIPES = """
            while ($n < 8000 && pipe(my $r, my $w)) { push @kept, $r, $w; fcntl($w, 1031, 1048576); $n++ }
            """;

    private static final String WATCHES = """
            my ($create, $ctl, $event) = $arm ? (20, 21, pack('Lx4q', 1, 0)) : (291, 233, pack('Lq', 1, 0));
            while (@kept < 4000 && pipe(my $r, my $w)) { push @kept, $r, $w }
            while ($n < MOST && (my $set = syscall($create, 0)) >= 0) {
                for my $f (@kept) { syscall($ctl, $set, 1, fileno($f), $event) == 0 or last; $n++ }
            }
            """;

    private static final String QUEUES = """
            while (1) {
                my ($name, $shape) = ("queue$n\\0", pack('q8', 0, 10, 8192, 0, 0, 0, 0, 0));
                syscall($arm ? 180 : 240, $name, O_RDWR | O_CREAT, 0600, $shape) >= 0 or last;
                $n++;
            }
            """;

    private static final String SIGNALS = """
            POSIX::sigprocmask(POSIX::SIG_BLOCK, POSIX::SigSet->new(40));
            my $info = pack('l4x112', 40, 0, -1, 0);
            $n++ while $n < 200000 && syscall($arm ? 138 : 129, $$ + 0, 40, $info) == 0;
            """;

    /** Descriptors sent through sockets that nobody reads: message header, one byte of data, and 250 descriptors each. */
    private static final String IN_FLIGHT = """
            my $byte = 'x';
            my $data = pack('PQ', $byte, 1);
            TAKE: while (socketpair(my $a, my $b, AF_UNIX, SOCK_DGRAM, 0)) {
                push @kept, $a, $b;
                my $rights = pack('Qll', 16 + 4 * 250, SOL_SOCKET, SCM_RIGHTS) . pack('l*', (fileno $a) x 250);
                my $message = pack('QQPQPQQ', 0, 0, $data, 1, $rights, length $rights, 0);
                for (1 .. 5) { syscall($arm ? 211 : 46, fileno $a, $message, 0x40) >= 0 or last TAKE; $n += 250 }
            }
            """;

    /** As many as the bound allows, after an attempt to raise it. */
    private static final String NETWORKS = """
            if (open(my $most, '>', '/proc/sys/user/max_net_namespaces')) { syswrite $most, '1000000' }
            $! = 0;
            while ($n < 1000 && syscall($arm ? 97 : 272, 0x40000000) == 0) {
                open(my $f, '<', '/proc/self/ns/net') or last; push @kept, $f; $n++;
            }
            """;

    private static final String CONNECTIONS = """
            open(my $f, '>', '/proc/sys/net/netfilter/nf_conntrack_udp_timeout') or die $!; syswrite $f, '100000';
            socket(my $s, AF_INET, SOCK_DGRAM, 0);
            for my $host (1 .. 5) {
                send($s, 'x', 0, sockaddr_in($_, inet_aton("127.0.1.$host"))) for 1 .. 65000;
            }
            open(my $c, '<', '/proc/sys/net/netfilter/nf_conntrack_count') or die $!; chomp($n = <$c>);
            """;

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine neighbour;
    private static Machine greedy;

    @BeforeAll
    static void start() {
        neighbour = room.machine();
        Learner.load(neighbour, room.engine(), "busybox:latest");
        greedy = room.newMachine();
    }

    @Test
    void neighbourStillMakesMessageQueues() {
        assertNotShared(QUEUES);
    }

    @Test
    void neighbourStillQueuesSignals() {
        assertNotShared(SIGNALS);
    }

    @Test
    void neighbourStillPassesDataThroughPipes() {
        try (Taking pipes = Taking.in(greedy, PIPES)) {
            assertThat(pipes.count()).isPositive();
            assertThat(neighbour).says("10000000", "head -c 10000000 /dev/zero | cat | wc -c");
        }
    }

    @Test
    void neighbourStillHasTerminalsWhereTheHostAllowsMoreThanMemoryHolds() throws IOException {
        long most = setting("kernel/pty/max");
        Assumptions.assumeTrue(
                most >= 1_000_000,
                () -> "kernel.pty.max is " + most + " on this host: any container can take them all");
        try (Taking terminals = Taking.in(greedy, TERMINALS.replace("MOST", "9000"))) {
            assertThat(terminals.count()).isEqualTo(9000);
            assertThat(neighbour).can("docker run --rm -t busybox true");
            try (ShellDriver shell = ShellDriver.open(neighbour, "main")) {
                shell.type("echo $((6 * 7))!\n").awaitOutput("42!");
            }
        }
    }

    @Test
    void neighbourStillWatchesFiles() {
        try (Taking watches = Taking.in(greedy, WATCHES.replace("MOST", "1000000"))) {
            assertThat(watches.count()).isGreaterThanOrEqualTo(1_000_000);
            assertThat(Taking.countIn(neighbour, WATCHES.replace("MOST", "4000")))
                    .isEqualTo(4000);
        }
    }

    /** The kernel counts them for uid 2000000 of all machines, so containers with a terminal do suffer; nothing else may. */
    @Test
    void neighbourStillHasContainersShellsAndChecksWhenNoDescriptorCanBeSent() {
        try (Taking descriptors = Taking.in(greedy, IN_FLIGHT)) {
            assertThat(descriptors.refusal()).startsWith("Too many references");
            assertThat(neighbour).says("alive", "docker run --rm busybox echo alive");
            assertThat(Probes.run(neighbour, "docker version >/dev/null && printf alive >&3"))
                    .isEqualTo(new Ended(0, "alive", ""));
            try (ShellDriver shell = ShellDriver.open(neighbour, "other")) {
                shell.type("echo $((6 * 7))!\n").awaitOutput("42!");
            }
        }
    }

    @Test
    void neighbourStillTracksConnections() {
        try (Taking connections = Taking.in(greedy, CONNECTIONS)) {
            assertThat(connections.count()).isGreaterThan(10_000);
            assertThat(Long.parseLong(output(neighbour, "cat /proc/sys/net/netfilter/nf_conntrack_count")))
                    .isLessThan(1000);
            assertThat(neighbour).can("timeout 5 bash -c 'exec 3<>/dev/tcp/127.0.0.2/5999'");
        }
        assertThat(greedy).cannot("echo 100000000 > /proc/sys/net/netfilter/nf_conntrack_max");
    }

    /** Each has a table of connections that counts as nobody's memory. */
    @Test
    void networksAreFewAndTheirBoundCannotBeRaised() {
        try (Taking networks = Taking.in(greedy, NETWORKS)) {
            assertThat(networks.count()).isBetween(64L, 128L);
            assertThat(greedy).cannot("unshare -Urn true");
            assertThat(neighbour).can("unshare -n true").can("docker run --rm busybox true");
        }
    }

    /** What counts as the machine's own memory ends with it, however many the host would allow. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"files, 150", "terminals, 1000", "watches, 100", "networks, 20000"})
    void whatIsTakenCountsAsTheMachinesOwnMemory(String what, long bytesOfEach) {
        String perl =
                switch (what) {
                    case "files" -> FILES;
                    case "terminals" -> TERMINALS.replace("MOST", "500");
                    case "watches" -> WATCHES.replace("MOST", "300000");
                    default -> NETWORKS;
                };
        long before = kernelMemoryOfGreedy();
        try (Taking taking = Taking.in(greedy, perl)) {
            assertThat(taking.count()).isPositive();
            assertThat(kernelMemoryOfGreedy() - before).isGreaterThan(taking.count() * bytesOfEach);
        }
    }

    /** Both get the same number, though the first still has its own. */
    private static void assertNotShared(String perl) {
        try (Taking all = Taking.in(greedy, perl)) {
            assertThat(all.count()).isPositive();
            assertThat(Taking.countIn(neighbour, perl)).isEqualTo(all.count());
        }
    }

    private static long kernelMemoryOfGreedy() {
        return Long.parseLong(output(
                greedy,
                "cat /sys/fs/cgroup/memory/memory.kmem.usage_in_bytes 2>/dev/null"
                        + " || awk '$1 == \"kernel\" { print $2 }' /sys/fs/cgroup/memory.stat"));
    }

    private static long setting(String name) throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/sys", name)).strip());
    }
}

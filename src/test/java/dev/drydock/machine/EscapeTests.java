package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out of a machine: to the outer root, to other machines, to the host, to the network. */
@Tag("contract")
class EscapeTests {

    /** A file that the outer root has, and no machine. */
    private static final String OUTSIDE = "/sbin/machine-start";

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
        // Something of the outer root that runs, to be looked for.
        ShellDriver.open(machine, "main").close();
    }

    @Test
    void noLinkInProcLeadsToTheOuterRoot() {
        String script = """
                for my $link (glob('/proc/[0-9]*/{root,cwd,exe} /proc/[0-9]*/fd/* /proc/[0-9]*/task/*/{root,cwd}')) {
                    $seen++ if -e "$link/etc/hostname";
                    for my $up ('', '/..', '/../..', '/../../..') {
                        print "$link$up\\n" if -e "$link$up%s" or -e "$link$up/machine";
                    }
                }
                die 'nothing to look at' unless $seen;
                """.formatted(OUTSIDE);
        assertThat(perl(script)).isEmpty();
    }

    @Test
    void chrootAndBackDoesNotLeadToTheOuterRoot() {
        String script = """
                opendir(my $root, '/'); mkdir '/root/cell'; chroot('/root/cell') or die "chroot: $!";
                chdir($root) or die "fchdir: $!";
                chdir('..') for 1 .. 100;
                chroot('.') or die "chroot: $!";
                die 'not even back' unless -e '/etc/hostname';
                print 'outside' if -e '%s' or -e '/machine';
                """.formatted(OUTSIDE);
        assertThat(perl(script)).isEmpty();
    }

    @Test
    void takingEveryMountAwayUncoversNothing() {
        String script = "cut -d\" \" -f5 /proc/self/mountinfo | sort -r > /root/mounts; "
                + "while read -r at; do umount -l $at 2>/dev/null; done < /root/mounts; "
                + "test ! -e /proc/1 && test -e /etc/hostname && test ! -e %s && test ! -e /machine";
        assertThat(machine).can("unshare -m sh -c '" + script.formatted(OUTSIDE) + "'");
    }

    @Test
    void enteringTheFirstProcessIsStayingInside() {
        assertThat(machine)
                .can("nsenter -t 1 -m -p -n -i -u -C test -e /etc/hostname")
                .can("nsenter -t 1 -m -p -n -i -u -C test ! -e " + OUTSIDE);
    }

    @Test
    void containersOfTheMachineSeeNoMoreThanTheMachine() {
        loadBusybox(machine);
        assertThat(machine)
                .can("docker run --rm -v /:/host busybox test -e /host/etc/hostname")
                .cannot("docker run --rm -v /:/host busybox test -e /host" + OUTSIDE)
                .cannot("docker run --rm --pid host -v /:/host busybox test -e /proc/1/root" + OUTSIDE)
                .cannot("docker run --rm --cap-add ALL --security-opt seccomp=unconfined busybox mknod /sda b 8 0");
    }

    @Test
    void outerProcessesAreInvisibleAndCannotBeTouched() {
        assertThat(output(machine, "cat /proc/[0-9]*/comm").lines()).doesNotContain("machine-start", "shell-holder");
        try (HostView view = room.hostView(machine)) {
            assertThat(view.countOf("shell-holder")).isPositive();
        }
    }

    @Test
    void outerSocketsAreOutOfReach() {
        try (ShellDriver shell = ShellDriver.open(machine, "main")) {
            shell.awaitOutput("root@lab");
            assertThat(machine)
                    .cannot("grep -q drydock-shell /proc/net/unix")
                    .cannot("perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0) or exit 0;"
                            + " connect(S, pack(\"Sa*\", AF_UNIX, \"\\0drydock-shell-main\")) or exit 1'");
        }
    }

    @Test
    void anotherMachineIsInvisible() {
        Machine other = room.newMachine();
        write(other, "/root/private", "private");
        output(other, "setsid sleep 98765 >/dev/null 2>&1 &");
        assertThat(other).can("grep -qa '[9]8765' /proc/[0-9]*/cmdline");
        assertThat(machine)
                .cannot("grep -qa '[9]8765' /proc/[0-9]*/cmdline")
                .cannot("find / -xdev -name private -path '/root/*' | grep -q .");
        other.remove();
    }

    @Test
    void networkIsItsOwnAndLeadsNowhere() {
        assertThat(output(machine, "ls /sys/class/net").lines()).contains("lo").isSubsetOf("lo", "docker0");
        assertThat(machine).says("", "ip -4 route show default; ip -6 route show default");
        assertThat(output(machine, "ip -o link show type veth; ip -o link show type macvlan"))
                .isEmpty();
    }

    @Test
    void hostsAddressesCannotBeReached() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(0)).configureBlocking(false);
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            for (String address : hostAddresses()) {
                assertThat(machine).cannot("timeout 5 bash -c 'exec 3<>/dev/tcp/%s/%d'".formatted(address, port));
            }
            assertThat((Object) server.accept())
                    .as("a connection from the machine")
                    .isNull();
        }
    }

    /** As the server listens: on loopback by default, on every address behind a proxy. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void portOfTheServerCannotBeReachedFromContainersEither(String listening) throws IOException {
        loadBusybox(machine);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(listening, 0)).configureBlocking(false);
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            String ask = "for a in %s; do wget -T 2 -q -O- http://$a:%d/ && exit 0; done; exit 1"
                    .formatted(String.join(" ", hostAddresses()), port);
            for (String network : List.of("host", "bridge")) {
                assertThat(machine).cannot("docker run --rm --network " + network + " busybox sh -c '" + ask + "'");
            }
            assertThat((Object) server.accept())
                    .as("a connection from the machine")
                    .isNull();
        }
    }

    /** Whatever answers like an Engine in the machine is the machine's own. */
    @Test
    void socketOfTheOuterEngineIsNowhere() {
        String outer = HostDocker.run("info", "-f", "{{.ID}}").strip();
        String ask =
                "for s in $(find / -type s 2>/dev/null) $(awk 'index($8, \"/\") == 1 { print $8 }' /proc/net/unix | sort -u)"
                        + " $(ls -d /proc/[0-9]*/root)/var/run/docker.sock; do curl -s -m 2 --unix-socket $s http://e/info | jq -r .ID 2>/dev/null; done; true";
        assertThat(output(machine, ask).lines())
                .contains(output(machine, "docker info -f '{{.ID}}'"))
                .doesNotContain(outer);
    }

    @Test
    void worldCannotBeReached() {
        assertThat(machine)
                .cannot("timeout 5 bash -c 'exec 3<>/dev/tcp/1.1.1.1/443'")
                .cannot("timeout 5 bash -c 'exec 3<>/dev/udp/169.254.169.254/80 && echo x >&3'")
                .cannot("timeout 5 getent hosts example.com");
    }

    @Test
    void namesOfDockerHubLeadNoFurtherThanTheMachineItself() {
        for (String name : List.of("registry-1.docker.io", "index.docker.io", "auth.docker.io", "docker.io")) {
            assertThat(output(machine, "getent ahosts " + name + " | cut -d' ' -f1 | sort -u"))
                    .isEqualTo("127.0.0.2");
        }
        assertThat(machine)
                .says(
                        "",
                        "iptables -t nat -S OUTPUT | grep -v -e '--to-destination 127.0.0.2:5999$'"
                                + " -e '--to-destination 172.16.0.3:5998$' | grep DNAT || true");
    }

    @Test
    void networkOfTheSecondDaemonLeadsToTheMachineOnly() {
        Machine other = room.newMachine();
        output(other, "service docker-second start");
        assertThat(other)
                .says("", "nsenter --net=/run/netns/second ip route show default")
                .says(
                        "first",
                        "nsenter --net=/run/netns/second ip -o link show type veth | sed 's/.*: \\(.*\\)@.*/\\1/'")
                .cannot("nsenter --net=/run/netns/second timeout 5 bash -c 'exec 3<>/dev/tcp/1.1.1.1/443'")
                .cannot("nsenter --net=/run/netns/second timeout 5 bash -c 'exec 3<>/dev/tcp/172.16.0.1/5999'");
        other.remove();
    }

    private static List<String> hostAddresses() throws IOException {
        List<String> addresses = new ArrayList<>(List.of("172.17.0.1", "127.0.0.1"));
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            network.inetAddresses()
                    .filter(address -> !(address instanceof Inet6Address))
                    .map(InetAddress::getHostAddress)
                    .forEach(addresses::add);
        }
        return addresses.stream().distinct().toList();
    }

    private static String perl(String script) {
        return Learner.perl(machine, script);
    }

    private static void loadBusybox(Machine machine) {
        Learner.load(machine, room.engine(), "busybox:latest");
    }
}

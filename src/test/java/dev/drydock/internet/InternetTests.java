package dev.drydock.internet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ExecResult;
import dev.drydock.machine.HostDocker;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineRoom;
import dev.drydock.mirror.Mirror;
import dev.drydock.mirror.MirrorProperties;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine with the internet open, and what it reaches and does not. */
@Tag("contract")
@Timeout(120)
class InternetTests {

    private static final String MIRROR = System.getenv().getOrDefault("DRYDOCK_MIRROR_IMAGE", "drydock/mirror:dev");

    @RegisterExtension
    @Order(1)
    static final MachineRoom machines = new MachineRoom();

    @RegisterExtension
    @Order(2)
    static final InternetRoom world = new InternetRoom(machines);

    private static Machine machine;

    @BeforeAll
    static void start() {
        world.start(world.internet());
        List<String> images = List.of("busybox:latest", "nginx:latest");
        Mirror mirror = Mirror.on(machines.engine(), machines.instance(), new MirrorProperties(MIRROR, images));
        mirror.start();
        mirror.fill(images);
        machine = machines.machine();
    }

    @BeforeEach
    void open() {
        assertThat(machine.openInternet()).isTrue();
    }

    @Test
    void machineReachesNames() {
        assertThat(inside("curl -sS --max-time 20 http://example.test/").stdout())
                .isEqualTo("host example.test\n");
        assertThat(inside("curl -sS --max-time 20 -p -x http://172.16.0.3:5998 http://example.test/")
                        .stdout())
                .isEqualTo("host example.test\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run --rm busybox wget -T 20 -qO- http://example.test/",
                "docker network create other; docker run --rm --network other busybox wget -T 20 -qO- http://example.test/",
                "printf 'FROM busybox\\nRUN wget -T 20 -qO /page http://example.test/\\nCMD cat /page\\n' > Dockerfile"
                        + " && docker build -q -t page . && docker run --rm page",
                "service docker-second start; docker -H unix:///run/docker-second.sock run --rm busybox"
                        + " wget -T 20 -qO- http://example.test/",
            })
    void containersReachNames(String script) {
        assertThat(inside(
                        "docker pull -q busybox; docker -H unix:///run/docker-second.sock pull -q busybox; " + script))
                .satisfies(result ->
                        assertThat(result.stdout()).as(result.toString()).endsWith("host example.test\n"));
    }

    @Test
    void containersOfAnInternalNetworkDoNot() {
        assertThat(inside("docker network create --internal inner; docker pull -q busybox;"
                        + " docker run --rm --network inner busybox wget -T 20 -qO- http://example.test/"))
                .satisfies(result -> assertThat(result.stdout()).doesNotContain("host"));
    }

    @Test
    void engineTalksToRegistries() {
        assertThat(inside(
                                "cp /etc/docker/daemon.json /root/ && jq '.[\"insecure-registries\"] += [\"registry.test:80\"]' /root/daemon.json"
                                        + " > /etc/docker/daemon.json && service docker restart && docker pull -q busybox"
                                        + " && docker tag busybox registry.test:80/mine && docker push -q registry.test:80/mine"
                                        + " && docker rmi registry.test:80/mine && docker run --rm registry.test:80/mine echo alive; "
                                        + "cp /root/daemon.json /etc/docker/; service docker restart > /dev/null")
                        .stdout())
                .contains("alive");
    }

    @Test
    void portsThatArePublishedInTheMachineAreNotThoseOfAllTheWorld() {
        assertThat(inside(
                                "docker pull -q nginx; service internet restart; docker run -d --name web -p 80:80 -p 443:443 -p 53:53/udp nginx; curl -sS --max-time 20 http://example.test/;"
                                        + " docker rm -f web")
                        .stdout())
                .contains("host example.test\n");
    }

    @Test
    void muchIsCarriedWholeInBothDirections() {
        assertThat(inside("curl -sS --max-time 60 http://example.test/size/30000000 | wc -c")
                        .stdout())
                .isEqualTo("30000000\n");
        assertThat(inside(
                                "head -c 8000000 /dev/urandom > sent; socat -t 30 - TCP:example.test:443 < sent | cmp - sent && echo same")
                        .stdout())
                .isEqualTo("same\n");
    }

    @Test
    void nameThatDoesNotExistIsToldAtOnce() {
        assertThat(inside("curl -sS --max-time 20 http://nosuch.test/").exitCode())
                .isEqualTo(6);
        assertThat(inside("curl -sS --max-time 20 http://localhost.test/").exitCode())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"private.test", "metadata.test", "gateway.test", "hidden.test"})
    void nameOfWhatIsNotOnTheInternetIsRefusedInWords(String name) {
        assertThat(inside("curl -sS --max-time 20 http://" + name + "/").stdout())
                .contains(name + " is not on the internet", name + " 은(는) 인터넷 주소가 아닙니다");
        assertThat(inside("curl -sS --max-time 20 https://" + name + "/").stderr())
                .contains("access denied");
        assertThat(inside("docker pull -q busybox; docker run --rm busybox wget -T 20 -O- http://" + name + "/")
                        .stderr())
                .contains("403 This address is not on the internet");
        assertThat(inside("curl -sSi --max-time 20 -x http://172.16.0.3:5998 https://" + name + "/")
                        .stdout())
                .startsWith("HTTP/1.1 403 This address is not on the internet");
        assertThat(world.visitsToHidden()).isZero();
    }

    @Test
    void engineIsRefusedWhereItAsksARegistryThatIsNotOnTheInternet() {
        assertThat(inside("docker pull hidden.test/web").stderr()).contains("access denied");
        assertThat(world.visitsToHidden()).isZero();
    }

    @Test
    void nameThatMeansAnotherAddressAMomentLaterLeadsToTheOneThatWasChecked() {
        // A public address at first, a hidden one ever after.
        ExecResult answer;
        do {
            answer = inside("curl -sS --max-time 20 http://rebind.test/");
            assertThat(answer.stdout()).containsAnyOf("host rebind.test", "rebind.test is not on the internet");
        } while (answer.stdout().startsWith("host"));
        assertThat(world.visitsToHidden()).isZero();
    }

    @Test
    void redirectionToWhatIsNotOnTheInternetIsRefused() {
        assertThat(inside("curl -sSL --max-time 20 http://example.test/to/hidden.test/")
                        .stdout())
                .contains("hidden.test is not on the internet");
        assertThat(inside("curl -sSL --max-time 20 -p -x http://172.16.0.3:5998 http://example.test/to/"
                                + world.address(66) + "/")
                        .exitCode())
                .isNotZero();
        assertThat(world.visitsToHidden()).isZero();
    }

    @Test
    void addressesInNumbersLeadNowhereWithoutTheProxy() {
        for (String address : List.of(world.address(10), world.address(66), "10.0.0.1", "169.254.169.254", "1.1.1.1")) {
            assertThat(inside("curl -sS --max-time 3 http://" + address + "/").exitCode())
                    .as(address)
                    .isIn(7, 28);
        }
        assertThat(world.visitsToHidden()).isZero();
    }

    @Test
    void addressesThatTheProxyIsAskedForAreCheckedHoweverTheyAreWritten() {
        String hidden = world.address(66);
        String[] parts = hidden.split("\\.");
        long number = 0;
        StringBuilder octal = new StringBuilder();
        for (String part : parts) {
            number = number * 256 + Integer.parseInt(part);
            octal.append(octal.isEmpty() ? "" : ".").append('0').append(Integer.toOctalString(Integer.parseInt(part)));
        }
        for (String host : List.of(
                hidden,
                hidden + ".",
                Long.toString(number),
                "0x" + Long.toHexString(number),
                octal.toString(),
                "198.19." + (Integer.parseInt(parts[2]) * 256 + 66),
                "[::ffff:" + hidden + "]",
                "[::ffff:" + hidden + "%eth0]",
                "[64:ff9b::" + hidden + "]",
                "localhost",
                "127.0.0.1",
                "[::1]",
                world.address(1))) {
            assertThat(inside("printf 'CONNECT " + host.replace("%", "%%")
                                    + ":80 HTTP/1.1\\r\\n\\r\\n' | socat -t 10 - TCP:172.16.0.3:5998")
                            .stdout())
                    .as(host)
                    .matches("(?s)HTTP/1\\.1 (403|400|502) .*");
        }
        assertThat(world.visitsToHidden()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 53, 3306, 8080})
    void portThatIsNotOpenedIsRefused(int port) {
        assertThat(inside("printf 'CONNECT example.test:" + port
                                + " HTTP/1.1\\r\\n\\r\\n' | socat -t 10 - TCP:172.16.0.3:5998")
                        .stdout())
                .startsWith("HTTP/1.1 403 This port is not open to machines");
        assertThat(inside("curl -sS --max-time 20 http://example.test:" + port + "/")
                        .stdout())
                .isEmpty();
    }

    @Test
    void hostThatIsSilentIsToldInWords() {
        assertThat(inside("curl -sS --max-time 20 http://silent.test/").stdout())
                .contains("silent.test does not answer");
    }

    @Test
    void learnerFindsNeitherTheSocketNorTheProgramThatUsesIt() {
        assertThat(inside(
                                "find / -xdev -name 'egress*' 2> /dev/null; ls -d /internet /run/internet 2> /dev/null; grep egress /proc/net/unix /proc/mounts")
                        .stdout())
                .isEmpty();
        assertThat(inside("pgrep -a machine-inter; ss -Hltnp 'src 172.16.0.3:5998' | grep -o 'users:.*'")
                        .stdout())
                .isEmpty();
        assertThat(inside("ss -Hltn 'src 172.16.0.3:5998'").stdout()).contains("5998");
    }

    @Test
    void learnerWhoKillsEverythingKeepsTheInternet() {
        inside("kill -KILL -1");
        machine.start();
        assertThat(machine.hasInternet()).isTrue();
        assertThat(inside("curl -sS --max-time 20 http://example.test/").stdout())
                .isEqualTo("host example.test\n");
        inside("service registry-mirror restart; service docker restart");
    }

    @Test
    void namesThatOneMachineHasAskedForMeanNothingToAnother() {
        String address = inside("getent ahostsv4 example.test | head -1 | cut -d' ' -f1")
                .stdout()
                .strip();
        assertThat(address).startsWith("198.18.");
        Machine other = machines.newMachine();
        try {
            assertThat(other.openInternet()).isTrue();
            assertThat(inside("curl -sS --max-time 20 http://" + address + "/").stdout())
                    .startsWith("host ");
            assertThat(other.exec(List.of("curl", "-sS", "--max-time", "20", "http://" + address + "/"), new byte[0])
                            .stdout())
                    .contains("There is no host of the name (forgotten meanwhile; ask again)");
        } finally {
            other.remove();
        }
    }

    @Test
    void proxyHasNoRightsAndANetworkOfItsOwn() {
        String container = world.internet().existing().getFirst().id().value();
        assertThat(HostDocker.run(
                                "inspect",
                                "-f",
                                "{{.HostConfig.Privileged}} {{.HostConfig.CapAdd}} {{.HostConfig.CapDrop}} {{.HostConfig.ReadonlyRootfs}}"
                                        + " {{.Config.User}} {{.HostConfig.Binds}} {{range .Mounts}}{{.Type}}:{{.Destination}} {{end}}",
                                container)
                        .strip())
                .isEqualTo("false [] [ALL] true 65532:65532 [] volume:/internet");
        assertThat(HostDocker.run(
                                "network",
                                "inspect",
                                "-f",
                                "{{index .Options \"com.docker.network.bridge.enable_icc\"}} {{len .Containers}}",
                                machines.instance().named("egress"))
                        .strip())
                .isEqualTo("false 1");
    }

    @Test
    void machineThatTakesAllItMayHaveIsToldSoAndKeepsNobodyElseOut() throws InterruptedException {
        String script = """
                use IO::Socket::INET;
                for (1 .. 60) {
                    my $one = IO::Socket::INET->new(PeerAddr => '172.16.0.3:5998') or die $!;
                    print $one "CONNECT example.test:443 HTTP/1.1\\r\\n\\r\\n";
                    $answers{(split ' ', <$one>)[1]}++;
                    push @held, $one;
                }
                print "$_: $answers{$_}\\n" for sort keys %answers;
                open(my $mark, '>', '/root/held');
                select(undef, undef, undef, 0.05) while -e '/root/held';
                """;
        Machine other = machines.newMachine();
        FutureTask<ExecResult> holding =
                new FutureTask<>(() -> machine.exec(List.of("perl", "-e", script), new byte[0]));
        try {
            assertThat(other.openInternet()).isTrue();
            Thread.ofVirtual().start(holding);
            while (inside("test -e /root/held").exitCode() != 0) {
                Thread.onSpinWait();
            }
            assertThat(other.exec(List.of("curl", "-sS", "--max-time", "20", "http://example.test/"), new byte[0])
                            .stdout())
                    .isEqualTo("host example.test\n");
            inside("rm /root/held");
            assertThat(holding.get().stdout()).isEqualTo("200: 48\n429: 12\n");
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            other.remove();
        }
    }

    @Test
    void machineThatWasStoppedHasItAgainWhenItStarts() {
        machine.stop();
        machine.start();
        assertThat(machine.hasInternet()).isTrue();
        assertThat(inside("curl -sS --max-time 20 http://example.test/").stdout())
                .isEqualTo("host example.test\n");
    }

    @Test
    void machineThatWasClosedDoesNotHaveItWhenItStarts() {
        machine.closeInternet();
        machine.stop();
        machine.start();
        assertThat(machine.hasInternet()).isFalse();
        assertThat(inside("service internet status").exitCode()).isEqualTo(3);
    }

    @Test
    void machineWhenItIsClosedReachesNothingAndIsToldAtOnce() {
        assertThat(inside("service internet status").exitCode()).isZero();
        machine.closeInternet();
        awaitClosed();
        assertThat(machine.hasInternet()).isFalse();
        assertThat(inside("curl -sS --max-time 20 http://example.test/").exitCode())
                .isEqualTo(6);
        assertThat(inside("service internet status").exitCode()).isEqualTo(3);
        assertThat(machine.openInternet()).isTrue();
        assertThat(inside("curl -sS --max-time 20 http://example.test/").stdout())
                .isEqualTo("host example.test\n");
    }

    private static void awaitClosed() {
        while (inside("service internet status").exitCode() == 0) {
            Thread.onSpinWait();
        }
    }

    private static ExecResult inside(String script) {
        return machine.exec(List.of("bash", "-c", script), new byte[0]);
    }
}

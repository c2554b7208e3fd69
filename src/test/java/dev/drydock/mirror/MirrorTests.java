package dev.drydock.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.instance.InstanceId;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.HostDocker;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineRoom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mirror, and a machine that pulls from it. */
@Tag("contract")
class MirrorTests {

    private static final String IMAGE = System.getenv().getOrDefault("DRYDOCK_MIRROR_IMAGE", "drydock/mirror:dev");

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Mirror mirror;
    private static Machine machine;

    @BeforeAll
    static void start() {
        assertThat(room.engine().imageLabels(IMAGE))
                .as(
                        "the image %s: build it (docker build --target mirror -t %s .),"
                                + " or name another in DRYDOCK_MIRROR_IMAGE",
                        IMAGE, IMAGE)
                .isPresent();
        machine = room.machine();
        mirror = mirror(IMAGE);
        mirror.start();
        assertThat(mirror.images()).isEmpty();
        mirror.load("hello-world:latest");
        mirror.load("busybox:latest");
    }

    @AfterAll
    static void removeSecondName() {
        if (room.engine().imageLabels(secondName()).isPresent()) {
            HostDocker.run("rmi", secondName());
        }
    }

    @Test
    void imagesAreThoseThatWereLoaded() {
        assertThat(mirror.images()).contains("library/hello-world:latest", "library/busybox:latest");
    }

    @Test
    void loadWhenItIsThereAlreadyChangesNothing() {
        mirror.load("hello-world:latest");
        assertThat(mirror.images()).contains("library/hello-world:latest", "library/busybox:latest");
    }

    @Test
    void fillPutsInWhatIsLackingOrHasBecomeAnotherImageAndNothingElse() {
        String name = "drydock-test/" + room.instance() + ":latest";
        try {
            HostDocker.run("tag", "busybox:latest", name);
            assertThat(mirror.fill(List.of(name, "hello-world:latest"))).containsExactly(name);
            assertThat(mirror.fill(List.of(name))).isEmpty();
            HostDocker.run("tag", "hello-world:latest", name);
            assertThat(mirror.fill(List.of(name))).containsExactly(name);
            assertThat(inside("docker run --rm " + name).stdout()).contains("Hello from Docker!");
            HostDocker.run("rmi", name);
            assertThat(mirror.fill(List.of(name))).isEmpty();
        } finally {
            if (room.engine().imageId(name).isPresent()) {
                HostDocker.run("rmi", name);
            }
        }
    }

    @Test
    void startWhenItRunsLeavesItAsItIs() {
        ContainerId before = container();
        mirror.start();
        assertThat(container()).isEqualTo(before);
        assertThat(mirror.images()).contains("library/hello-world:latest", "library/busybox:latest");
    }

    @Test
    void startWhenItStandsStillStartsItAgain() {
        ContainerId before = container();
        HostDocker.run("stop", "-t", "5", before.value());
        mirror.start();
        assertThat(container()).isEqualTo(before);
        assertThat(mirror.images()).contains("library/hello-world:latest", "library/busybox:latest");
        assertThat(inside("docker pull -q busybox").exitCode()).isZero();
    }

    @Test
    void startWhenTheImageIsAnotherReplacesTheContainerAndKeepsWhatItHolds() {
        HostDocker.run("tag", IMAGE, secondName());
        ContainerId before = container();
        Mirror second = new Mirror(room.engine(), room.instance(), new MirrorProperties(null, List.of()));
        second.start();
        assertThat(container()).isNotEqualTo(before);
        assertThat(second.images()).contains("library/hello-world:latest", "library/busybox:latest");
        assertThat(inside("docker pull -q busybox").exitCode()).isZero();
        mirror.start();
    }

    @Test
    void machineRunsAndPullsAsIfFromDockerHub() {
        assertThat(inside("docker run --rm hello-world")).satisfies(result -> {
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.stdout()).contains("Hello from Docker!");
        });
        assertThat(inside("docker pull busybox && docker run --rm busybox echo alive")
                        .stdout())
                .contains("alive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            docker pull no-such-image           | pull access denied for no-such-image, repository does not exist or may require 'docker login'
            docker pull somebody/no-such-image  | pull access denied for somebody/no-such-image, repository does not exist or may require 'docker login'
            docker run no-such-image            | pull access denied for no-such-image, repository does not exist or may require 'docker login'
            docker pull busybox:no-such-tag     | manifest for busybox:no-such-tag not found
            docker login -u amy -p secret       | unauthorized: nobody has an account here
            docker pull busybox && docker tag busybox amy/web && docker push amy/web | denied: requested access to the resource is denied
            """)
    void whatCannotBeDoneFailsInDockersOwnWords(String command, String words) {
        ExecResult result = inside(command);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.stderr()).contains(words);
    }

    @Test
    void pullByDigestBringsTheSameImage() {
        assertThat(inside("docker pull -q busybox >/dev/null && docker inspect -f '{{.Id}}' busybox && "
                                + "digest=$(docker inspect -f '{{index .RepoDigests 0}}' busybox) && docker rmi -f busybox >/dev/null && "
                                + "docker pull -q $digest >/dev/null && docker inspect -f '{{.Id}}' $digest")
                        .stdout()
                        .lines()
                        .distinct())
                .hasSize(1)
                .allMatch(id -> id.startsWith("sha256:"));
    }

    @Test
    void pullWhenDaemonJsonIsGoneStillWorks() {
        assertThat(inside("mv /etc/docker/daemon.json /root && service docker restart && docker pull -q busybox; "
                                + "result=$?; mv /root/daemon.json /etc/docker/; service docker restart; exit $result")
                        .exitCode())
                .isZero();
    }

    @Test
    void portsOfDockerHubCanBePublishedAndPullingGoesOn() {
        assertThat(inside("docker run -d --name ports -p 443:443 -p 80:80 -p 127.0.0.1:5999:80 busybox sleep 1000"
                        + " && docker rmi -f hello-world; docker pull -q hello-world && docker rm -f ports"))
                .satisfies(result ->
                        assertThat(result.exitCode()).as(result.toString()).isZero());
    }

    @Test
    void secondDaemonPullsRunsAndTakesImagesFromTheFirst() {
        assertThat(inside("service docker-second start && export DOCKER_HOST=unix:///run/docker-second.sock"
                        + " && docker pull -q busybox && docker run --rm busybox echo alive"
                        + " && docker info -f '{{.Name}} {{.Driver}}' && service docker-second stop"))
                .satisfies(result -> {
                    assertThat(result.exitCode()).as(result.toString()).isZero();
                    assertThat(result.stdout()).contains("alive", "second overlay2");
                });
        assertThat(inside("docker pull -q busybox && docker run --rm busybox echo alive")
                        .stdout())
                .contains("alive");
    }

    @Test
    void authorityVouchesForDockerHubOnlyAndItsKeyIsNowhere() {
        String authority = "/usr/local/share/ca-certificates/docker.io-here.crt";
        assertThat(inside("openssl x509 -in " + authority + " -noout -ext nameConstraints,basicConstraints")
                        .stdout())
                .containsSubsequence("CA:TRUE, pathlen:0")
                .containsSubsequence("X509v3 Name Constraints: critical", "Permitted:", "DNS:docker.io")
                .containsOnlyOnce("DNS:");
        String its = inside("openssl x509 -in " + authority + " -noout -pubkey").stdout();
        assertThat(inside(
                                "grep -rlI --exclude-dir=proc --exclude-dir=sys 'PRIVATE KEY-----' /etc /usr/local /usr/share /root /opt"
                                        + " | while read -r key; do openssl pkey -in $key -pubout; done")
                        .stdout())
                .startsWith("-----BEGIN PUBLIC KEY-----")
                .doesNotContain(its);
    }

    @Test
    void certificateIsGoodForDockerHubAndForNothingElse() {
        assertThat(inside("curl -sS -o /dev/null -w '%{http_code}' https://registry-1.docker.io/v2/")
                        .stdout())
                .isEqualTo("401");
        assertThat(inside("curl -sS --connect-to ::127.0.0.2:5999 https://example.com/")
                        .exitCode())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/_catalog",
                "/metrics",
                "/debug/pprof/",
                "/v2/library/../../../../../etc/manifests/latest",
                "/v2/library/%2e%2e/%2e%2e/manifests/latest",
                "/v2/library/busybox/blobs/sha256:../../../etc/passwd",
                "/v2/library/busybox/blobs/uploads/",
            })
    void nothingButImagesIsServed(String path) {
        assertThat(inside(
                                "curl -s --path-as-is -o /root/answer -w '%{http_code}' --unix-socket /run/mirror/registry.sock"
                                        + " -H 'Authorization: Bearer anybody' 'http://m" + path
                                        + "'; cat /root/answer")
                        .stdout())
                .startsWith("4")
                .doesNotContain("root:", "library/busybox:latest");
    }

    /** Requests that never end are given up after ten seconds. Whoever comes meanwhile need not wait for that. */
    @Test
    void machineThatNeverEndsManyRequestsKeepsNobodyOut() {
        assertThat(inside(
                                "perl -MIO::Socket::UNIX -e '@held = map { IO::Socket::UNIX->new(Peer => q(/run/mirror/registry.sock)) or die } 1 .. 1500;"
                                        + " syswrite $_, qq(GET / HTTP/1.1\\r\\n) for @held;"
                                        + " exec qw(curl -sf -o /dev/null --max-time 5 --unix-socket /run/mirror/registry.sock http://m/) if !fork;"
                                        + " wait; exit $? >> 8'")
                        .exitCode())
                .isZero();
    }

    @Test
    void nothingCanBePushedOrDeleted() {
        for (String request : List.of(
                "-X POST http://m/v2/library/mine/blobs/uploads/",
                "-X PUT --data x http://m/v2/library/busybox/manifests/latest",
                "-X DELETE http://m/v2/library/busybox/manifests/sha256:" + "0".repeat(64))) {
            assertThat(inside("curl -s -o /dev/null -w '%{http_code}' --unix-socket /run/mirror/registry.sock "
                                    + request)
                            .stdout())
                    .as(request)
                    .startsWith("4");
        }
        assertThat(mirror.images()).contains("library/hello-world:latest", "library/busybox:latest");
    }

    @Test
    void machineHasNothingOfTheMirrorButItsSocket() {
        assertThat(inside("ls -A /run/mirror").stdout().lines()).containsExactly("registry.sock");
        assertThat(inside("find / -xdev -name registry -path '*docker/registry*'")
                        .stdout())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "touch /run/mirror/file",
                "rm /run/mirror/registry.sock",
                "mount -o remount,rw /run/mirror",
                "mount -o remount,bind,rw /run/mirror",
                "mkdir /root/m && mount --bind /run/mirror /root/m && mount -o remount,bind,rw /root/m && touch /root/m/file",
                "chmod 0 /run/mirror/registry.sock",
                "unshare -Urm sh -c 'mount -o remount,bind,rw /run/mirror && touch /run/mirror/file'",
            })
    void volumeOfTheSocketCannotBeWritten(String attempt) {
        assertThat(inside(attempt).exitCode()).isNotZero();
        assertThat(inside("curl -s --unix-socket /run/mirror/registry.sock http://m/v2/")
                        .exitCode())
                .isZero();
    }

    @Test
    void startWhenThereIsNoImageNamesTheRemedy() {
        Mirror none = new Mirror(
                room.engine(), new InstanceId("7e57ffffffff"), new MirrorProperties("drydock/mirror:never", List.of()));
        assertThatThrownBy(none::start)
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("drydock/mirror:never")
                .hasMessageContaining("./drydock up");
    }

    @Test
    void loadWhenTheEngineHasNoSuchImageNamesTheRemedy() {
        assertThatThrownBy(() -> mirror.load("no-such-image:latest"))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("docker pull no-such-image:latest");
    }

    private static Mirror mirror(String image) {
        return new Mirror(room.engine(), room.instance(), new MirrorProperties(image, List.of()));
    }

    private static String secondName() {
        return "drydock/mirror:" + room.instance();
    }

    private static ContainerId container() {
        List<ContainerSummary> found = room.engine()
                .containers(Map.of(InstanceId.LABEL, room.instance().value(), "dev.drydock.role", "mirror"));
        assertThat(found).hasSize(1);
        return found.getFirst().id();
    }

    private static ExecResult inside(String script) {
        return machine.exec(List.of("bash", "-c", script), new byte[0]);
    }
}

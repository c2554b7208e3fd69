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
        assertThat(mirror.images()).containsExactlyInAnyOrder("library/hello-world:latest", "library/busybox:latest");
    }

    @Test
    void loadWhenItIsThereAlreadyChangesNothing() {
        mirror.load("hello-world:latest");
        assertThat(mirror.images()).hasSize(2);
    }

    @Test
    void startWhenItRunsLeavesItAsItIs() {
        ContainerId before = container();
        mirror.start();
        assertThat(container()).isEqualTo(before);
        assertThat(mirror.images()).hasSize(2);
    }

    @Test
    void startWhenItStandsStillStartsItAgain() {
        ContainerId before = container();
        HostDocker.run("stop", "-t", "5", before.value());
        mirror.start();
        assertThat(container()).isEqualTo(before);
        assertThat(mirror.images()).hasSize(2);
        assertThat(inside("docker pull -q busybox").exitCode()).isZero();
    }

    @Test
    void startWhenTheImageIsAnotherReplacesTheContainerAndKeepsWhatItHolds() {
        HostDocker.run("tag", IMAGE, secondName());
        ContainerId before = container();
        Mirror second = new Mirror(room.engine(), room.instance(), new MirrorProperties(null, List.of()));
        second.start();
        assertThat(container()).isNotEqualTo(before);
        assertThat(second.images()).hasSize(2);
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
    @ValueSource(strings = {"no-such-image", "busybox:no-such-tag", "somebody/no-such-image"})
    void pullOfWhatIsNotThereFails(String image) {
        ExecResult result = inside("docker pull " + image);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).isNotBlank();
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
        assertThat(mirror.images()).hasSize(2);
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

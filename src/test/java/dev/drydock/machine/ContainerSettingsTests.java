package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the engine says that it gives a machine. */
@Tag("contract")
class ContainerSettingsTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static JsonNode host;
    private static JsonNode container;

    @BeforeAll
    static void inspect() {
        container = JsonMapper.builder()
                .build()
                .readTree(HostDocker.run(
                        "inspect", room.containerOf(room.machine()).value()))
                .get(0);
        host = container.at("/HostConfig");
    }

    @Test
    void isNotPrivileged() {
        assertThat(host.at("/Privileged").asBoolean()).isFalse();
    }

    @Test
    void capabilitiesAreSetuidAndSetgidOnly() {
        assertThat(texts("/CapDrop")).containsExactly("ALL");
        assertThat(texts("/CapAdd")).containsExactlyInAnyOrder("SETUID", "SETGID");
    }

    @Test
    void noNamespaceIsTheHosts() {
        assertThat(host.at("/NetworkMode").asString()).isEqualTo("none");
        for (String namespace : List.of("/PidMode", "/UTSMode", "/UsernsMode")) {
            assertThat(host.at(namespace).asString()).as(namespace).isEmpty();
        }
        assertThat(host.at("/IpcMode").asString()).isEqualTo("private");
        // On cgroup v1 the engine's default; either way the machine makes one of its own.
        assertThat(host.at("/CgroupnsMode").asString()).isIn("host", "private", "");
    }

    @Test
    void nothingOfTheHostIsMounted() {
        assertThat(host.at("/Binds").size()).isZero();
        assertThat(container
                        .at("/Mounts")
                        .valueStream()
                        .map(mount -> mount.at("/Type").asString()
                                + " " + mount.at("/Destination").asString() + " "
                                + mount.at("/RW").asBoolean()))
                .containsExactlyInAnyOrder("volume /mirror false", "volume /internet false", "volume /data true");
        assertThat(host.at("/Devices").size()).isZero();
        assertThat(host.at("/DeviceRequests").size()).isZero();
        assertThat(host.at("/VolumesFrom").size()).isZero();
    }

    @Test
    void seccompProfileIsOursAndInForce() throws IOException {
        String ours;
        try (var file = MachineConfiguration.class.getResourceAsStream("seccomp.json")) {
            assertThat(file).isNotNull();
            ours = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(texts("/SecurityOpt"))
                .contains("seccomp=" + ours)
                .noneMatch(option -> option.contains("unconfined"));
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(ours)
                        .at("/defaultAction")
                        .asString())
                .isEqualTo("SCMP_ACT_ERRNO");
        MachineAssert.assertThat(room.machine())
                .says("2", "awk '/^Seccomp:/ { print $2 }' /proc/1/status")
                .says("2", "awk '/^Seccomp:/ { print $2 }' /proc/self/status");
    }

    @Test
    void appArmorProfileIsOursAndInForceWhereThereIsAppArmor() throws IOException {
        Path enabled = Path.of("/sys/module/apparmor/parameters/enabled");
        assumeTrue(Files.exists(enabled) && Files.readString(enabled).startsWith("Y"), "AppArmor is not on here");
        assertThat(texts("/SecurityOpt")).contains("apparmor=drydock-machine");
        MachineAssert.assertThat(room.machine())
                .says("drydock-machine (enforce)", "cat /proc/1/attr/current")
                .says("drydock-machine (enforce)", "cat /proc/self/attr/current");
    }

    @Test
    void memoryProcessorsAndProcessesAreLimited() {
        assertThat(host.at("/Memory").asLong())
                .isEqualTo(MachineRoom.USUAL.memory().toBytes());
        assertThat(host.at("/MemorySwap").asLong())
                .isEqualTo(MachineRoom.USUAL.memory().toBytes());
        assertThat(host.at("/PidsLimit").asLong()).isEqualTo(MachineRoom.USUAL.processes());
        assertThat(host.at("/NanoCpus").asLong()).isPositive();
    }

    @Test
    void logIsBounded() {
        assertThat(host.at("/LogConfig/Type").asString()).isEqualTo("local");
        assertThat(host.at("/LogConfig/Config/max-size").asString()).isEqualTo("1m");
        assertThat(host.at("/LogConfig/Config/max-file").asString()).isEqualTo("2");
    }

    @Test
    void openFilesOfAProcessAreBoundedWhereverItComesFrom() {
        for (String process : List.of("1", "$(pidof dockerd)", "self")) {
            assertThat(Long.parseLong(MachineAssert.output(
                            room.machine(), "awk '/^Max open files/ { print $5 }' /proc/" + process + "/limits")))
                    .as(process)
                    .isBetween(1024L, 65_536L);
        }
    }

    @Test
    void nothingIsRunInItByTheEngineItself() {
        assertThat(container.at("/Config/Healthcheck").isMissingNode()).isTrue();
        assertThat(host.at("/RestartPolicy/Name").asString()).isIn("", "no");
        assertThat(host.at("/AutoRemove").asBoolean()).isFalse();
    }

    private static Stream<String> texts(String path) {
        return host.at(path).valueStream().map(JsonNode::asString);
    }
}

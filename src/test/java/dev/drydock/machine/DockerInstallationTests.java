package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static dev.drydock.machine.Probes.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Missing;
import dev.drydock.machine.ProbeResult.Unreachable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines from which learners take Docker away, and in which they install it again, without a network. */
@Tag("contract")
class DockerInstallationTests {

    private static final String PURGE = "apt-get purge -qq -y docker.io docker-cli docker-compose docker-buildx"
            + " containerd runc iptables && apt-get autoremove -qq -y --purge";
    private static final String INSTALL = "apt-get update && apt-get install -y docker.io docker-cli";

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private Machine machine;

    @BeforeEach
    void start() {
        machine = room.newMachine();
    }

    @AfterEach
    void remove() {
        machine.remove();
    }

    @Test
    void dockerAfterItWasPurgedIsInstalledFromTheMachinesOwnPackagesAndStarts() {
        String settings = output(machine, "cat /etc/docker/daemon.json");
        assertThat(machine).can(PURGE).can("! command -v docker").says("", "pgrep dockerd || true");
        assertThat(say("service docker start").stderr()).startsWith("Docker is not installed.");
        assertThat(say(INSTALL)).satisfies(result -> {
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.stdout()).doesNotContain("Err:");
        });
        assertThat(machine)
                .says(settings, "cat /etc/docker/daemon.json")
                .says("Docker is running.", "service docker status")
                .can("service docker restart")
                .can("tar -C / -c etc/hostname | docker import - some:1 && docker create some:1 true")
                .can(
                        "apt-get install -qq -y docker-compose docker-buildx && docker compose version && docker buildx version");
    }

    @Test
    void dockerAfterItWasRemovedHasItsImagesWhenItIsBack() {
        output(machine, "tar -C /etc -c hostname | docker import - kept:1");
        assertThat(machine)
                .can("apt-get remove -qq -y docker.io docker-cli")
                .can("! command -v docker")
                .can(INSTALL)
                .can("docker image inspect kept:1");
    }

    @Test
    void startWhenDockerIsNotInstalledComesUpWithoutIt() {
        output(machine, PURGE);
        machine.stop();
        machine.start();
        assertThat(machine.state()).isEqualTo(Machine.State.RUNNING);
        assertThat(machine.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.DOCKER));
        assertThat(machine).can(INSTALL).can("docker version");
    }

    @Test
    void startWhenItsOwnerHasSpoiltDaemonJsonComesUpSoThatItCanBeMended() {
        output(machine, "cp /etc/docker/daemon.json /root");
        write(machine, "/etc/docker/daemon.json", "{ nonsense");
        machine.stop();
        machine.start();
        assertThat(machine)
                .cannot("docker version")
                .can("cp /root/daemon.json /etc/docker/ && service docker start && docker version");
    }

    @Test
    void whatIsNotAmongThePackagesIsNotFoundAtOnce() {
        assertThat(say("apt-get update && apt-get install -y git")).satisfies(result -> {
            assertThat(result.exitCode()).isEqualTo(100);
            assertThat(result.stderr()).contains("git");
        });
    }

    private ExecResult say(String command) {
        return machine.exec(List.of("bash", "-c", command), new byte[0]);
    }
}

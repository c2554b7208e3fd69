package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.instance.InstanceId;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever prints without end fills no disk: neither the host's, nor the machine's. */
@Tag("contract")
class LogTests {

    private static final long MB = 1024 * 1024;

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    @Test
    void containerOnTheHostThatPrintsFortyMegabytesLeavesFewInItsLog() {
        ContainerId chatty = room.engine()
                .create(ContainerSpec.of(MachineRoom.machineImage())
                        .entrypoint("sh", "-c", "yes something to say | head -c 40M")
                        .labels(Map.of(InstanceId.LABEL, room.instance().value()))
                        .build());
        room.engine().start(chatty);
        assertThat(room.engine().awaitExit(chatty)).isZero();
        assertThat((long) HostDocker.run("logs", chatty.value()).length()).isBetween(MB / 8, 2 * MB);
    }

    @Test
    void containerInAMachineThatPrintsSixtyMegabytesLeavesAtMostThirtyInItsLog() {
        Machine machine = room.machine();
        Learner.load(machine, room.engine(), "busybox:latest");
        output(machine, "docker run --name chatty busybox sh -c 'yes something to say | head -c 60000000' > /dev/null");
        assertThat(machine).says("json-file", "docker inspect -f '{{.HostConfig.LogConfig.Type}}' chatty");
        assertThat(Long.parseLong(output(machine, "docker logs chatty | wc -c")))
                .isBetween(MB, 30 * MB);
        long kilobytes = Long.parseLong(output(
                machine, "du -ck /var/lib/docker/containers/$(docker ps -aq --no-trunc)/*.log* | tail -1 | cut -f1"));
        assertThat(kilobytes * 1024).isBetween(MB, 31 * MB);
    }
}

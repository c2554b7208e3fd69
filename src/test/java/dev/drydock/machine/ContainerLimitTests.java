package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/machine.md tells authors of lessons about limits on a learner's containers, which is for them to know on every host. */
@Tag("contract")
class ContainerLimitTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
        Learner.load(machine, room.engine(), "busybox:latest");
    }

    @Test
    void limitsAreAccepted() {
        assertThat(machine).says("alive", "docker run --rm --memory 64m --cpus 0.5 --pids-limit 20 busybox echo alive");
    }

    /** Where one is, the lessons and the page for authors have to say so. */
    @Test
    void limitsAreNotEnforced() {
        assertThat(machine)
                .says(
                        "83886080",
                        "docker run --rm --memory 16m --memory-swap 16m busybox"
                                + " sh -c 'head -c 83886080 /dev/zero | tail -n 1 | wc -c'")
                .says(
                        "12",
                        "docker run --rm --pids-limit 4 busybox"
                                + " sh -c 'for i in $(seq 12); do sleep 60 & done;"
                                // A process that has only just been forked still has its parent's name.
                                + " for look in $(seq 20); do n=$(ps -o comm | grep -cx sleep);"
                                + " [ $n = 12 ] && break; sleep 1; done; echo $n'");
    }
}

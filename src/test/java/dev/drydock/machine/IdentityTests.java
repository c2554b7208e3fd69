package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.machine.HostView.Seen;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a machine's processes are to the kernel. */
@Tag("contract")
class IdentityTests {

    private static final int FIRST = 2_000_000;
    private static final int LAST = 2_065_535;

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    @Test
    void noProcessIsTheRealRootNorHasItsRights() {
        Machine machine = room.newMachine();
        try (ShellDriver shell = ShellDriver.open(machine, "main")) {
            shell.awaitOutput("root@lab");
            assertIdentities(machine);
        }
    }

    @Test
    void noProcessIsTheRealRootAfterStopAndStart() {
        Machine machine = room.newMachine();
        machine.stop();
        machine.start();
        assertIdentities(machine);
    }

    @Test
    void rootOfTheMachineIsNobodyOutside() {
        MachineAssert.assertThat(room.machine())
                .says("0 0 65536", "cat /proc/self/uid_map | xargs")
                .says("0 0 65536", "cat /proc/self/gid_map | xargs")
                .cannot("echo 0 0 1 > /proc/self/uid_map")
                .cannot("perl -e 'exit(syscall(105, 70000) != 0)'")
                .cannot("unshare -U sh -c 'echo 0 0 1 > /proc/self/uid_map'");
    }

    @Test
    void programsThatTheLearnerReplacedNeverRunOutside() {
        Machine machine = room.newMachine();
        Treason.replaceEveryProgramIn(machine);
        Treason.forget(machine);
        machine.stop();
        room.engine().start(room.containerOf(machine));
        Patience.until(
                "the learner's init has run", () -> !Treason.record(machine).isEmpty());
        assertIdentities(machine);
        assertThat(Treason.record(machine))
                .allSatisfy(line -> assertThat(line.split("\\|")[1]).as(line).isEqualTo(" 0 0 65536 "));
        assertThat(changesOutside(machine)).as("changed in the outer root").isEmpty();
        machine.remove();
    }

    @Test
    void startWhenDirectoriesAreLinksOutOfTheMachineMountsNothingThere() {
        Machine machine = room.newMachine();
        MachineAssert.output(machine, "umount -l /tmp && rmdir /tmp && ln -s ../usr/bin /tmp");
        machine.stop();
        assertThatThrownBy(machine::start)
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("Cannot mount /tmp");
        assertThat(changesOutside(machine)).as("changed in the outer root").isEmpty();
        machine.remove();
    }

    private static void assertIdentities(Machine machine) {
        int own = Integer.parseInt(room.uidOf(machine));
        try (HostView view = room.hostView(machine)) {
            List<Seen> processes = view.processes();
            assertThat(processes).filteredOn(Seen::isOuter).isNotEmpty().allSatisfy(process -> {
                assertThat(process.ids()).as(process.name()).containsExactly(own);
                assertThat(process.capabilities()).as(process.name()).isZero();
            });
            assertThat(processes)
                    .filteredOn(process -> !process.isOuter())
                    .isNotEmpty()
                    .allSatisfy(process ->
                            assertThat(process.ids()).as(process.name()).allMatch(id -> id >= FIRST && id <= LAST));
            assertThat(processes)
                    .filteredOn(process -> process.name().equals("machine-start"))
                    .singleElement()
                    .satisfies(process -> assertThat(process.noNewPrivileges()).isTrue());
        }
    }

    private static List<String> changesOutside(Machine machine) {
        return HostDocker.run("diff", room.containerOf(machine).value())
                .lines()
                .filter(change -> !change.substring(2).startsWith("/machine"))
                .toList();
    }
}

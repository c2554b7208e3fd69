package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/** The contract, kept by containers of a real engine; and what is true of those only. */
@Tag("contract")
class DockerMachineContractTests extends MachineContract {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static final MachineRoom next = room.neighbour();

    @Override
    MachineRuntime runtime() {
        return room.runtime();
    }

    @Override
    MachineRuntime neighbour() {
        return next.runtime();
    }

    @Override
    MachineRuntime withoutImage() {
        return room.runtime(new MachineProperties(
                "drydock/machine:never",
                DataSize.ofMegabytes(768),
                2,
                768,
                DataSize.ofGigabytes(10),
                "drydock-machine"));
    }

    @Override
    void removeBehindOurBack(Machine machine) {
        room.engine().remove(room.containerOf(machine));
    }

    @Override
    List<String> belongingsOf(Machine machine) {
        return room.belongingsOf(machine);
    }

    @Override
    List<String> belongings() {
        return room.belongings();
    }

    @Override
    List<String> leaveHalfMade() {
        String instance = room.instance().value();
        MachineId never = MachineId.random();
        String volume = room.instance().named("data-" + never);
        room.engine()
                .ensureVolume(
                        volume,
                        Map.of(
                                Labels.INSTANCE,
                                instance,
                                Labels.ROLE,
                                Labels.MACHINE_ROLE,
                                Labels.MACHINE,
                                never.value()));
        String probe = room.instance().named("probe-forgotten");
        ContainerId container = room.engine()
                .create(ContainerSpec.of(MachineRoom.machineImage())
                        .name(probe)
                        .entrypoint("sleep", "3600")
                        .labels(Map.of(Labels.INSTANCE, instance, Labels.ROLE, Labels.PROBE_ROLE))
                        .build());
        room.engine().start(container);
        return List.of(volume, probe);
    }

    @Override
    String hostIdentityOf(Machine machine) {
        return room.uidOf(machine);
    }

    @Test
    void createWhenSomebodyLabelsAContainerWithNonsenseIsNotDisturbed() {
        room.engine()
                .create(ContainerSpec.of(MachineRoom.machineImage())
                        .name(room.instance().named("nonsense"))
                        .labels(Map.of("dev.drydock.instance", room.instance().value(), Labels.UID, "nonsense"))
                        .build());
        Machine machine = room.newMachine();
        assertThat(machine.state()).isEqualTo(Machine.State.RUNNING);
        machine.remove();
    }

    @Test
    void createWhenTheMachineCannotStartLeavesNothing() {
        List<String> before = room.belongings();
        MachineBlueprint refused = new MachineBlueprint(room.instance(), MachineRoom.USUAL, List.of("seccomp={}{}"));
        assertThatThrownBy(() -> new DockerMachineRuntime(room.engine(), refused).create())
                .isInstanceOf(RuntimeException.class);
        assertThat(room.belongings()).containsAll(before).allSatisfy(name -> assertThat(name)
                .doesNotContain("nobody"));
        assertThat(room.belongings()).hasSameSizeAs(before);
    }

    @Test
    void hostUidIsNeverOneThatIsTaken() {
        Set<Integer> allButOne =
                new HashSet<>(IntStream.range(2_070_000, 2_169_999).boxed().toList());
        assertThat(HostUid.notIn(allButOne).value()).isEqualTo(2_169_999);
        allButOne.add(2_169_999);
        assertThatThrownBy(() -> HostUid.notIn(allButOne)).hasMessageContaining("Remove machines");
    }
}

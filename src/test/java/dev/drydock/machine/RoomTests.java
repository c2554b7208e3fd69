package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a machine, and who is told that there is no room, when the host is short of something. */
class RoomTests {

    private static final Owner ADA = new Owner("ada");
    private static final Owner BOB = new Owner("bob");

    private final MachineRuntime runtime = mock(MachineRuntime.class);
    private final Machine old = machine("0123456789ab");
    private final Machine fresh = machine("ba9876543210");
    private Optional<Shortage> shortage = Optional.empty();
    private final Machines machines = new Machines(
            runtime,
            owner -> true,
            new WarmPool(runtime, Optional::empty, 0),
            new Admission(1, Duration.ZERO, new SteadyTime()),
            new Room(0, () -> shortage),
            new Usage(new SteadyTime()),
            new DiskLedger(DiskLimit.NONE, new SteadyTime()));

    @BeforeEach
    void adaHasAMachine() {
        given(runtime.existing()).willReturn(List.of(old));
        given(runtime.spares()).willReturn(List.of());
        Spare spare = mock(Spare.class);
        given(spare.promise(any())).willReturn(fresh);
        given(spare.give(any())).willReturn(fresh);
        given(runtime.create()).willReturn(spare);
    }

    @Test
    void placeIsNotToldBeforeItIsKnownWhoHasAMachine() {
        shortage = Optional.of(Shortage.MEMORY);
        assertThat(machines.placeWithoutRoom(BOB)).isEmpty();
        machines.reconcile();
        assertThat(machines.placeWithoutRoom(BOB)).hasValue(1);
    }

    @Test
    void placeIsNothingForWhoHasAMachineAndWhereThereIsRoom() {
        machines.reconcile();
        assertThat(machines.placeWithoutRoom(BOB)).isEmpty();
        shortage = Optional.of(Shortage.MEMORY);
        assertThat(machines.placeWithoutRoom(ADA)).isEmpty();
    }

    @Test
    void freshMachineIsToBeHadWhenOnlyTheDiskIsShort() {
        shortage = Optional.of(Shortage.DISK);
        assertThat(machines.replace(ADA, machine -> {})).isSameAs(fresh);
        verify(old).remove();
        assertThatThrownBy(() -> machines.open(BOB)).isInstanceOf(NoRoomException.class);
    }

    @Test
    void freshMachineIsNotToBeHadWhenTheMemoryIsShort() {
        shortage = Optional.of(Shortage.MEMORY);
        assertThatThrownBy(() -> machines.replace(ADA, machine -> {}))
                .isInstanceOfSatisfying(NoRoomException.class, refusal -> assertThat(refusal.place())
                        .isEqualTo(1));
    }

    private static Machine machine(String id) {
        Machine machine = mock(Machine.class);
        given(machine.id()).willReturn(new MachineId(id));
        given(machine.owner()).willReturn(ADA);
        given(machine.state()).willReturn(Machine.State.RUNNING);
        return machine;
    }
}

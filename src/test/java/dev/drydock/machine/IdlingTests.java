package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.drydock.machine.Machine.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdlingTests {

    private static final Owner ADA = new Owner("ada");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final IdleTimes TIMES =
            new IdleTimes(Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofDays(30), Duration.ofDays(2));

    private IdleTimes times = TIMES;
    private final SetTime steady = new SetTime(Instant.EPOCH);
    private final SetTime wall = new SetTime(NOON);
    private final MachineRuntime runtime = mock(MachineRuntime.class);
    private final Machine machine = mock(Machine.class);
    private final Usage usage = new Usage(steady);
    private final Machines machines = new Machines(
            runtime,
            owner -> true,
            new WarmPool(runtime, Optional::empty, 0),
            new Admission(1, Duration.ZERO, steady),
            new Room(0, Optional::empty),
            usage,
            new DiskLedger(new DiskLimit(1), steady));
    private final Idling idling = new Idling(machines, usage, owner -> times, wall);
    private State state = State.RUNNING;
    private Optional<Instant> stopped = Optional.empty();

    @BeforeEach
    void oneMachine() {
        given(machine.id()).willReturn(new MachineId("0123456789ab"));
        given(machine.owner()).willReturn(ADA);
        given(machine.state()).willAnswer(asked -> state);
        given(machine.stoppedSince()).willAnswer(asked -> stopped);
        willAnswer(asked -> state = State.PAUSED).given(machine).pause();
        willAnswer(asked -> {
                    stopped = Optional.of(wall.instant());
                    return state = State.STOPPED;
                })
                .given(machine)
                .stop();
        willAnswer(asked -> state = State.RUNNING).given(machine).start();
        given(runtime.existing()).willReturn(List.of(machine));
        given(runtime.spares()).willReturn(List.of());
        machines.reconcile();
        machines.open(ADA);
    }

    @Test
    void machineOfALearnerWhoWasThereAMomentAgoRunsOn() {
        pass(Duration.ofMinutes(19));
        assertThat(state).isEqualTo(State.RUNNING);
    }

    @Test
    void machineThatNobodyUsesIsPausedThenStopped() {
        pass(Duration.ofMinutes(20));
        assertThat(state).isEqualTo(State.PAUSED);
        pass(Duration.ofMinutes(159));
        assertThat(state).isEqualTo(State.PAUSED);
        pass(Duration.ofMinutes(1));
        assertThat(state).isEqualTo(State.STOPPED);
        verify(machine, never()).remove();
    }

    @Test
    void learnerWhoComesBackFindsItRunningAndTheTimeBeginsAnew() {
        pass(Duration.ofMinutes(20));
        machines.open(ADA);
        assertThat(state).isEqualTo(State.RUNNING);
        pass(Duration.ofMinutes(19));
        assertThat(state).isEqualTo(State.RUNNING);
    }

    @Test
    void terminalThatIsOpenKeepsTheMachineAwake() {
        for (int minute = 0; minute < 600; minute++) {
            pass(Duration.ofMinutes(1));
            machines.used(ADA);
        }
        assertThat(state).isEqualTo(State.RUNNING);
    }

    @Test
    void machineThatWasStoppedForLongIsRemovedOnlyAfterTheLearnerWasWarned() {
        pass(Duration.ofHours(3));
        pass(Duration.ofSeconds(30));
        assertThat(machines.keptUntil(ADA))
                .contains(NOON.plus(Duration.ofHours(3)).plus(Duration.ofDays(32)));
        pass(Duration.ofDays(30));
        verify(machine, never()).remove();
        assertThat(machines.keptUntil(ADA)).contains(wall.instant().plus(Duration.ofDays(2)));
        pass(Duration.ofDays(2));
        verify(machine).remove();
        assertThat(machines.find(ADA)).isEmpty();
        assertThat(machines.keptUntil(ADA)).isEmpty();
    }

    @Test
    void learnerWhoComesBackInTimeKeepsTheirMachine() {
        pass(Duration.ofHours(3));
        pass(Duration.ofDays(31));
        machines.open(ADA);
        assertThat(machines.keptUntil(ADA)).isEmpty();
        pass(Duration.ofDays(2));
        verify(machine, never()).remove();
    }

    @Test
    void clockOfTheHostThatJumpsByYearsCostsNobodyAMachine() {
        pass(Duration.ofHours(3));
        wall.now = NOON.plus(Duration.ofDays(4000));
        idling.look();
        pass(Duration.ofHours(1));
        verify(machine, never()).remove();
        wall.now = NOON.plus(Duration.ofHours(5));
        pass(Duration.ofDays(3));
        verify(machine, never()).remove();
    }

    @Test
    void machineThatTheEngineDoesNotRemoveIsNotForgottenAndTriedAgain() {
        pass(Duration.ofHours(3));
        pass(Duration.ofDays(30));
        willThrow(new IllegalStateException("no engine")).given(machine).remove();
        pass(Duration.ofDays(2));
        assertThat(machines.find(ADA)).contains(machine);
        willDoNothing().given(machine).remove();
        pass(Duration.ofMinutes(1));
        verify(machine, times(2)).remove();
        assertThat(machines.find(ADA)).isEmpty();
    }

    @Test
    void machinesAreKeptForGoodWhereExpiryIsOff() {
        Idling off = new Idling(
                machines,
                usage,
                owner -> new IdleTimes(TIMES.pause(), TIMES.stop(), Duration.ZERO, Duration.ZERO),
                wall);
        pass(Duration.ofHours(3));
        steady.now = steady.now.plus(Duration.ofDays(4000));
        wall.now = wall.now.plus(Duration.ofDays(4000));
        off.look();
        off.look();
        verify(machine, never()).remove();
        assertThat(machines.keptUntil(ADA)).isEmpty();
    }

    @Test
    void timesThatChangeMeanwhileCountFromTheSameMoment() {
        times = new IdleTimes(Duration.ofMinutes(45), Duration.ofHours(1), TIMES.expire(), TIMES.grace());
        pass(Duration.ofMinutes(44));
        assertThat(state).isEqualTo(State.RUNNING);
        pass(Duration.ofMinutes(1));
        assertThat(state).isEqualTo(State.PAUSED);
        times = TIMES;
        pass(Duration.ofMinutes(15));
        assertThat(state).isEqualTo(State.PAUSED);
        times = new IdleTimes(Duration.ofMinutes(45), Duration.ofHours(1), TIMES.expire(), TIMES.grace());
        pass(Duration.ZERO);
        assertThat(state).isEqualTo(State.STOPPED);
    }

    @Test
    void machineThatRefusesDoesNotHoldUpTheOthers() {
        Machine second = mock(Machine.class);
        Owner bob = new Owner("bob");
        given(second.id()).willReturn(new MachineId("ba9876543210"));
        given(second.owner()).willReturn(bob);
        given(second.state()).willReturn(State.RUNNING);
        Spare spare = mock(Spare.class);
        given(spare.give(any())).willReturn(second);
        given(runtime.create()).willReturn(spare);
        machines.open(bob);
        willThrow(new IllegalStateException("no")).given(machine).pause();
        pass(Duration.ofMinutes(20));
        verify(second).pause();
    }

    private void pass(Duration time) {
        steady.now = steady.now.plus(time);
        wall.now = wall.now.plus(time);
        idling.look();
    }

    private static final class SetTime implements InstantSource {

        private Instant now;

        SetTime(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WarmPoolTests {

    private final MachineRuntime runtime = mock(MachineRuntime.class);
    private final AtomicReference<Optional<Shortage>> shortage = new AtomicReference<>(Optional.empty());
    private final AtomicInteger made = new AtomicInteger();
    private final WarmPool pool = new WarmPool(runtime, shortage::get, 2);

    WarmPoolTests() {
        given(runtime.create()).willAnswer(asked -> spare(made.incrementAndGet()));
    }

    @Test
    void poolFillsUpWhenItOpensAndAfterEachThatIsTaken() {
        pool.open(List.of());
        Patience.until("two wait", () -> pool.ready() == 2);
        assertThat(pool.poll()).isPresent();
        Patience.until("two wait again", () -> pool.ready() == 2);
        assertThat(made).hasValue(3);
    }

    @Test
    void poolMakesNothingBeforeItIsKnownWhatIsThere() {
        assertThat(pool.poll()).isEmpty();
        pool.tend();
        verify(runtime, never()).create();
    }

    @Test
    void machineThatHasStoppedWhileItWaitedIsNotGivenAway() {
        Spare dead = spare(90);
        Spare alive = spare(91);
        pool.open(List.of(dead, alive));
        Patience.until("two wait", () -> pool.ready() == 2);
        given(dead.isRunning()).willReturn(false);
        assertThat(pool.poll()).containsSame(alive);
        verify(dead).remove();
    }

    @Test
    void machineThatAnEarlierServerLeftHalfMadeIsReplaced() {
        Spare halfMade = spare(90);
        given(halfMade.isReady()).willReturn(false);
        pool.open(List.of(halfMade, spare(91)));
        Patience.until("two wait", () -> pool.ready() == 2);
        verify(halfMade).remove();
        assertThat(made).hasValue(1);
    }

    @Test
    void poolOnAHostThatRunsShortGivesItsMachinesBackOneByOneAndMakesNoOther() {
        Spare first = spare(90);
        Spare second = spare(91);
        pool.open(List.of(first, second));
        Patience.until("two wait", () -> pool.ready() == 2);
        shortage.set(Optional.of(Shortage.MEMORY));
        pool.tend();
        verify(first).remove();
        verify(second, never()).remove();
        pool.tend();
        verify(second).remove();
        pool.tend();
        assertThat(pool.ready()).isZero();
        verify(runtime, never()).create();

        shortage.set(Optional.empty());
        pool.tend();
        Patience.until("two wait again", () -> pool.ready() == 2);
    }

    @Test
    void poolThatCannotMakeAMachineTriesAgainLater() {
        given(runtime.create()).willThrow(new IllegalStateException("the engine is away"));
        pool.open(List.of());
        verify(runtime, timeout(10_000)).create();
        willAnswer(asked -> spare(made.incrementAndGet())).given(runtime).create();
        Patience.until("two wait", () -> {
            pool.tend();
            return pool.ready() == 2;
        });
    }

    @Test
    void machineThatTheEngineSaysNothingAboutGoesOnWaiting() {
        Spare unknown = spare(90);
        pool.open(List.of(unknown, spare(91)));
        Patience.until("two wait", () -> pool.ready() == 2);
        given(unknown.isRunning()).willThrow(new IllegalStateException("the engine is away"));
        assertThatThrownBy(pool::poll).hasMessage("the engine is away");
        assertThatThrownBy(pool::tend).hasMessage("the engine is away");
        assertThat(pool.ready()).isEqualTo(2);
        verify(unknown, never()).remove();
    }

    @Test
    void machinesThatHaveStoppedWithTheEngineAreReplacedBeforeSomebodyComes() {
        Spare first = spare(90);
        Spare second = spare(91);
        pool.open(List.of(first, second));
        Patience.until("two wait", () -> pool.ready() == 2);
        given(first.isRunning()).willReturn(false);
        given(second.isRunning()).willReturn(false);
        pool.tend();
        verify(first).remove();
        verify(second).remove();
        Patience.until("two others wait", () -> pool.ready() == 2);
        assertThat(made).hasValue(2);
    }

    private static Spare spare(int number) {
        Spare spare = mock(Spare.class);
        given(spare.id()).willReturn(new MachineId("%012x".formatted(number)));
        given(spare.isRunning()).willReturn(true);
        given(spare.isReady()).willReturn(true);
        return spare;
    }
}

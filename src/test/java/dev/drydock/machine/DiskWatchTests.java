package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.drydock.machine.DiskUsage.Stopped;
import dev.drydock.machine.Machine.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DiskWatchTests {

    private static final long MB = 1024 * 1024;
    private static final Owner ADA = new Owner("ada");
    private static final Owner BOB = new Owner("bob");

    private volatile Instant now = Instant.EPOCH;
    private long free = 100_000 * MB;
    private final InstantSource steady = () -> now;
    private final Map<Machine, State> states = new ConcurrentHashMap<>();
    private final MachineRuntime runtime = mock(MachineRuntime.class);
    private final Machine ada = machine("0123456789ab", ADA);
    private final Machine bob = machine("ba9876543210", BOB);
    private final DiskLedger ledger = new DiskLedger(new DiskLimit(1000 * MB), steady);
    private final Machines machines = new Machines(
            runtime,
            owner -> true,
            new WarmPool(runtime, Optional::empty, 0),
            new Admission(1, Duration.ZERO, steady),
            new Room(0, Optional::empty),
            new Usage(steady),
            ledger);
    private DiskWatch watch = watch(Runnable::run);

    /** Other tests of the same JVM may have made everything quieter. */
    @BeforeEach
    void hearWarnings() {
        ((Logger) LoggerFactory.getLogger("dev.drydock.machine")).setLevel(Level.INFO);
    }

    @BeforeEach
    void twoMachines() {
        given(runtime.existing()).willReturn(List.of(ada, bob));
        given(runtime.spares()).willReturn(List.of());
        machines.reconcile();
        uses(ada, 10);
        uses(bob, 10);
        watch.look();
    }

    @Test
    void machinesAreMeasuredInTurnNotAllTheTime() {
        look(Duration.ofSeconds(119));
        verify(ada, times(1)).diskUsage();
        look(Duration.ofSeconds(1));
        verify(ada, times(2)).diskUsage();
    }

    @Test
    void machineNearItsLimitIsMeasuredOften() {
        uses(ada, 800);
        look(Duration.ofMinutes(2));
        look(Duration.ofSeconds(10));
        verify(ada, times(3)).diskUsage();
        verify(bob, times(2)).diskUsage();
        assertThat(machines.diskUsage(ADA)).get().returns(DiskUsage.Level.NEARLY_FULL, DiskUsage::level);
    }

    @Test
    void everyMachineIsMeasuredWhenTheHostsDiskFallsQuickly() {
        free -= 100 * MB;
        look(Duration.ofSeconds(2));
        verify(ada, times(2)).diskUsage();
        verify(bob, times(2)).diskUsage();
    }

    @Test
    void machineThatTakesMoreThanItMayIsStoppedAndNotStartedForAWhile() {
        uses(ada, 1101);
        look(Duration.ofMinutes(2));
        verify(ada).stop();
        verify(bob, never()).stop();
        assertThat(machines.diskUsage(ADA)).get().returns(Stopped.OVER_LIMIT, DiskUsage::stopped);
        assertThatThrownBy(() -> machines.open(ADA)).isInstanceOf(DiskFullException.class);

        now = now.plusSeconds(30);
        machines.open(ADA);
        assertThat(states.get(ada)).isEqualTo(State.RUNNING);
    }

    @Test
    void machineThatIsWokenToCleanUpIsStoppedAgainOnlyIfItGrows() {
        uses(ada, 1101);
        look(Duration.ofMinutes(2));
        now = now.plusSeconds(30);
        machines.open(ADA);
        look(Duration.ofSeconds(2));
        uses(ada, 1110);
        look(Duration.ofSeconds(10));
        verify(ada, times(1)).stop();
        uses(ada, 1122);
        look(Duration.ofSeconds(10));
        verify(ada, times(2)).stop();
    }

    @Test
    void whenTheHostsDiskRunsOutTheOneThatGrowsMostIsStoppedFirst() {
        uses(ada, 300);
        uses(bob, 200);
        free = 400 * MB;
        look(Duration.ofSeconds(2));
        verify(ada).stop();
        verify(bob, never()).stop();
        assertThat(machines.diskUsage(ADA)).get().returns(Stopped.HOST_FULL, DiskUsage::stopped);

        uses(bob, 240);
        free = 360 * MB;
        look(Duration.ofSeconds(2));
        verify(bob).stop();
    }

    @Test
    void whenTheHostsDiskRunsOutForAnotherReasonNobodyIsStopped(CapturedOutput log) {
        free = 400 * MB;
        look(Duration.ofSeconds(2));
        free = 300 * MB;
        look(Duration.ofSeconds(2));
        verify(ada, never()).stop();
        verify(bob, never()).stop();
        assertThat(log.getAll().split("no machine is seen to grow", -1))
                .as("said once")
                .hasSize(2);
    }

    @Test
    void machineThatStandsStillIsLeftAloneAndOneThatCannotBeMeasuredHoldsNobodyUp(CapturedOutput log) {
        states.put(bob, State.PAUSED);
        willAnswer(asked -> {
                    throw new MachineException("no processes left", null);
                })
                .given(ada)
                .diskUsage();
        look(Duration.ofMinutes(2));
        verify(bob, times(1)).diskUsage();
        assertThat(log).contains("Machine 0123456789ab of ada cannot be measured. no processes left");
        assertThat(machines.diskUsage(ADA)).as("what was known before").isPresent();
    }

    @Test
    void whenTheHostsDiskRunsOutAndNobodyIsSeenToGrowWhoCannotBeMeasuredIsStopped() {
        willAnswer(asked -> {
                    throw new MachineException("too deep", null);
                })
                .given(bob)
                .diskUsage();
        look(Duration.ofMinutes(2));
        verify(bob, never()).stop();
        free = 400 * MB;
        look(Duration.ofSeconds(2));
        verify(bob).stop();
        verify(ada, never()).stop();
    }

    @Test
    void whenTheHostsDiskRunsOutWhoCannotBeMeasuredIsStoppedBeforeWhoGrows() {
        failsFor(bob);
        look(Duration.ofMinutes(2));
        uses(ada, 300);
        free = 400 * MB;
        look(Duration.ofSeconds(2));
        verify(bob).stop();
        verify(ada, never()).stop();
    }

    @Test
    void machineThatCannotBeMeasuredForMinutesIsStoppedThoughThereIsDiskEnough() {
        failsFor(bob);
        look(Duration.ofMinutes(2));
        for (int miss = 2; miss < 5; miss++) {
            look(Duration.ofSeconds(30));
        }
        verify(bob, times(5)).diskUsage();
        verify(bob, never()).stop();
        look(Duration.ofSeconds(30));
        verify(bob).stop();
        verify(ada, never()).stop();
        assertThat(machines.diskUsage(BOB)).get().returns(Stopped.UNMEASURED, DiskUsage::stopped);
        assertThatThrownBy(() -> machines.open(BOB)).isInstanceOf(DiskFullException.class);
    }

    @Test
    void whenNoMachineCanBeMeasuredNobodyIsBlamed() {
        failsFor(ada);
        failsFor(bob);
        for (int look = 0; look < 30; look++) {
            look(Duration.ofMinutes(2));
        }
        free = 400 * MB;
        look(Duration.ofSeconds(2));
        verify(ada, never()).stop();
        verify(bob, never()).stop();
    }

    @Test
    void whenTheEngineDoesNotAnswerNobodyIsBlamed() {
        willAnswer(asked -> {
                    throw new MachineException("the engine is away", null);
                })
                .given(bob)
                .state();
        for (int look = 0; look < 30; look++) {
            look(Duration.ofMinutes(2));
        }
        verify(bob, never()).stop();
    }

    @Test
    void whileOneIsMeasuredWithoutEndTheOthersAreStillWatchedAndItIsStopped() {
        CountDownLatch never = new CountDownLatch(1);
        watch = watch(task -> Thread.ofVirtual().start(task));
        watch.look();
        willAnswer(asked -> {
                    never.await();
                    return 0L;
                })
                .given(bob)
                .diskUsage();
        uses(ada, 300);
        free = 400 * MB;
        look(Duration.ofSeconds(2));
        Patience.until("the other is measured", () -> usedBy(ADA) == 300 * MB);
        verify(ada, never()).stop();
        awaitMisses(1);
        Patience.until("the one that grows is stopped", () -> states.get(ada) == State.STOPPED || looked());
        awaitMisses(2);
        Patience.until("the one that hides is stopped", () -> states.get(bob) == State.STOPPED || looked());
        never.countDown();
    }

    private void awaitMisses(int misses) {
        Patience.until("bob is being measured", () -> {
            look(Duration.ofSeconds(5));
            return ledger.entry(bob.id()).orElseThrow().misses() >= misses || states.get(bob) == State.STOPPED;
        });
    }

    private boolean looked() {
        look(Duration.ZERO);
        return false;
    }

    private long usedBy(Owner owner) {
        return machines.diskUsage(owner).map(DiskUsage::used).orElse(0L);
    }

    private DiskWatch watch(Executor threads) {
        return new DiskWatch(machines, ledger, new DiskTrend(() -> free, 500 * MB, 100 * MB, steady), steady, threads);
    }

    private static void failsFor(Machine machine) {
        willAnswer(asked -> {
                    throw new MachineException("too deep", null);
                })
                .given(machine)
                .diskUsage();
    }

    private void look(Duration later) {
        now = now.plus(later);
        watch.look();
    }

    private void uses(Machine machine, long megabytes) {
        willAnswer(asked -> megabytes * MB).given(machine).diskUsage();
    }

    private Machine machine(String id, Owner owner) {
        Machine machine = mock(Machine.class);
        states.put(machine, State.RUNNING);
        given(machine.id()).willReturn(new MachineId(id));
        given(machine.owner()).willReturn(owner);
        given(machine.state()).willAnswer(asked -> states.get(machine));
        willAnswer(asked -> states.put(machine, State.STOPPED)).given(machine).stop();
        willAnswer(asked -> states.put(machine, State.RUNNING)).given(machine).start();
        return machine;
    }
}

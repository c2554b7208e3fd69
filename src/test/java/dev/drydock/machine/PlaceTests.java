package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceTests {

    private static final Owner ADA = new Owner("ada");
    private static final Owner BOB = new Owner("bob");

    private final MachineRuntime runtime = mock(MachineRuntime.class);
    private final Spare spare = mock(Spare.class);
    private final Machine machine = mock(Machine.class);
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile boolean fails;

    @BeforeEach
    void anEngineThatTakesItsTime() {
        given(runtime.existing()).willReturn(List.of());
        given(runtime.spares()).willReturn(List.of());
        given(runtime.create()).willReturn(spare);
        given(machine.id()).willReturn(new MachineId("0123456789ab"));
        given(machine.state()).willReturn(Machine.State.RUNNING);
        given(spare.give(any())).willAnswer(asked -> {
            begun.release();
            go.await();
            if (fails) {
                throw new MachineException("no such image", null);
            }
            return machine;
        });
    }

    @Test
    void openWhileTheLastPlaceIsPromisedFindsNoRoom() throws Exception {
        Machines machines = atMostOne(new WarmPool(runtime, Optional::empty, 0));
        CompletableFuture<Machine> first = opening(machines, ADA);
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertNoRoomFor(BOB, machines);
        go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isSameAs(machine);
        assertNoRoomFor(BOB, machines);
        machines.remove(ADA);
        assertThat(machines.open(BOB)).as("when there is room again").isSameAs(machine);
    }

    @Test
    void openWhileTheLastPlaceIsPromisedTakesNoSpareEither() throws Exception {
        given(runtime.spares()).willReturn(List.of(spare, spare));
        Machines machines = atMostOne(new WarmPool(runtime, Optional::empty, 2));
        CompletableFuture<Machine> first = opening(machines, ADA);
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertNoRoomFor(BOB, machines);
        go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isSameAs(machine);
    }

    @Test
    void openWhenMakingFailsGivesThePlaceBack() {
        Machines machines = atMostOne(new WarmPool(runtime, Optional::empty, 0));
        go.countDown();
        fails = true;
        assertThatThrownBy(() -> machines.open(ADA)).hasMessage("no such image");
        fails = false;
        assertThat(machines.open(BOB)).isSameAs(machine);
    }

    /** At most one, also for those who ask at once: none of them sees the others' machines, because none is there yet. */
    @Test
    void claimByManyAtOnceSucceedsForOne() {
        Room room = new Room(1, Optional::empty);
        long got = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> room.place(() -> 1, () -> 0).claim())
                .count();
        assertThat(got).isEqualTo(1);
    }

    private static CompletableFuture<Machine> opening(Machines machines, Owner owner) {
        return CompletableFuture.supplyAsync(
                () -> machines.open(owner), task -> Thread.ofVirtual().start(task));
    }

    private static void assertNoRoomFor(Owner owner, Machines machines)
            throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<Machine> asked = opening(machines, owner);
        assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(NoRoomException.class);
    }

    private Machines atMostOne(WarmPool pool) {
        return new Machines(
                runtime,
                owner -> true,
                pool,
                new Admission(4, Duration.ZERO, new SteadyTime()),
                new Room(1, Optional::empty),
                new Usage(new SteadyTime()),
                new DiskLedger(DiskLimit.NONE, new SteadyTime()));
    }
}

package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private static final Admission.Place ROOM = Optional::empty;
    private static final Admission.Place FULL = () -> Optional.of(Shortage.MEMORY);
    private static final Owner ADA = new Owner("ada");
    private static final Owner BOB = new Owner("bob");
    private static final Owner EVE = new Owner("eve");

    @Test
    void admitWhenNobodyElseIsThereMakesAtOnceAndTellsNothing() {
        Told told = new Told();
        assertThat(admission(1).admit(ADA, told, ROOM, () -> "made")).isEqualTo("made");
        assertThat(told.all).isEmpty();
    }

    @Test
    void admitWhenAllHandsAreFullTellsEachTheirPlaceAndKeepsTheOrder() {
        Admission admission = admission(1);
        List<String> made = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        var first = admitted(admission, ADA, Waiting.SILENT, () -> wait(done, made, "first"));
        Patience.until("the first is being made", () -> made.contains("begun"));

        Told second = new Told();
        var two = admitted(admission, BOB, second, () -> made.add("second"));
        Patience.until("the second knows", () -> second.all.contains("place 1"));
        Told third = new Told();
        var three = admitted(admission, EVE, third, () -> made.add("third"));
        Patience.until("the third knows", () -> third.all.contains("place 2"));
        assertThat(admission.hasLine()).isTrue();
        done.countDown();
        CompletableFuture.allOf(first, two, three).join();

        assertThat(made).containsExactly("begun", "first", "second", "third");
        assertThat(third.all).startsWith("place 2");
        assertThat(admission.hasLine()).isFalse();
    }

    @Test
    void admitWhenThereIsNoRoomWaitsUntilThereIs() {
        AtomicReference<Optional<Shortage>> lacking = new AtomicReference<>(Optional.of(Shortage.MEMORY));
        Told told = new Told();
        var made = admitted(admission(1), ADA, told, lacking::get, () -> "made");
        Patience.until("it is told", () -> told.all.contains("no room: MEMORY, place 1"));
        assertThat(made).isNotDone();

        lacking.set(Optional.empty());

        assertThat(made.join()).isEqualTo("made");
        assertThat(told.all).containsOnlyOnce("no room: MEMORY, place 1");
    }

    @Test
    void admitWhenThereIsNoRoomForLongGivesUpAndLeavesTheLine() {
        Admission impatient = new Admission(1, Duration.ZERO, new SteadyTime());
        assertThatThrownBy(() -> impatient.admit(ADA, Waiting.SILENT, () -> Optional.of(Shortage.DISK), () -> "made"))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("DISK");
        assertThat(impatient.hasLine()).isFalse();
        assertThat(impatient.admit(ADA, Waiting.SILENT, ROOM, () -> "made")).isEqualTo("made");
    }

    @Test
    void admitWhenMakingFailsLetsTheNextOneIn() {
        Admission admission = admission(1);
        assertThatThrownBy(() -> admission.admit(ADA, Waiting.SILENT, ROOM, () -> {
                    throw new IllegalStateException("no image");
                }))
                .hasMessage("no image");
        assertThat(admission.admit(ADA, Waiting.SILENT, ROOM, () -> "made")).isEqualTo("made");
    }

    @Test
    void admitWhenTheOneWhoWaitsHasGoneAwayLetsTheNextOneIn() {
        Admission admission = admission(1);
        List<String> made = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        var first = admitted(admission, ADA, Waiting.SILENT, () -> wait(done, made, "first"));
        Patience.until("the first is being made", () -> made.contains("begun"));
        Told gone = new Told() {
            @Override
            public void inLine(int place, Duration expected) {
                throw new IllegalStateException("the browser is gone");
            }
        };
        assertThatThrownBy(() -> admission.admit(ADA, gone, ROOM, () -> "never"))
                .hasMessage("the browser is gone");
        assertThat(admission.hasLine()).isFalse();
        done.countDown();
        first.join();
    }

    @Test
    void admitWhenThereIsNoRoomTellsThePlaceAndEachStepForward() {
        Admission admission = admission(1);
        AtomicReference<Optional<Shortage>> lacking = new AtomicReference<>(Optional.of(Shortage.MEMORY));
        Leaving ada = new Leaving();
        var first = admitted(admission, ADA, ada, lacking::get, () -> "ada's");
        Patience.until("the first is told", () -> ada.all.contains("no room: MEMORY, place 1"));
        Told bob = new Told();
        var second = admitted(admission, BOB, bob, lacking::get, () -> "bob's");
        Patience.until("the second is told", () -> bob.all.contains("no room: MEMORY, place 2"));
        assertThat(admission.placeOf(BOB)).isEqualTo(2);
        assertThat(admission.placeOf(EVE)).isEqualTo(3);

        ada.leaves = true;
        Patience.until("the first has left", first::isCompletedExceptionally);
        assertThat(second).isNotDone();
        lacking.set(Optional.empty());

        Patience.until("the second gets theirs, for a place that is only kept holds nobody up", second::isDone);
        assertThat(second.join()).isEqualTo("bob's");
    }

    @Test
    void whoComesBackSoonHasTheirOldPlace() {
        SetTime time = new SetTime();
        Admission admission = new Admission(1, Duration.ofMinutes(5), time);
        Leaving ada = new Leaving();
        var first = admitted(admission, ADA, ada, FULL, () -> "never");
        Patience.until("the first is told", () -> ada.all.contains("no room: MEMORY, place 1"));
        Leaving bob = new Leaving();
        var second = admitted(admission, BOB, bob, FULL, () -> "never");
        Patience.until("the second is told", () -> bob.all.contains("no room: MEMORY, place 2"));
        ada.leaves = true;
        Patience.until("the first has left", first::isCompletedExceptionally);

        time.now = time.now.plusSeconds(29);
        assertThat(admission.placeOf(ADA)).isEqualTo(1);
        assertThat(admission.placeOf(BOB)).isEqualTo(2);
        time.now = time.now.plusSeconds(2);
        assertThat(admission.placeOf(BOB)).isEqualTo(1);
        assertThat(admission.placeOf(ADA)).isEqualTo(2);
        bob.leaves = true;
        Patience.until("the second has left", second::isCompletedExceptionally);
    }

    @Test
    void newsAreThoseThatTheOneInLineWasTold() {
        Admission admission = admission(1);
        Leaving ada = new Leaving();
        var first = admitted(admission, ADA, ada, FULL, () -> "never");
        Patience.until("the first is told", () -> ada.all.contains("no room: MEMORY, place 1"));
        Told second = new Told();
        admission.newsOf(ADA).orElseThrow().tell(second);
        assertThat(second.all).containsExactly("no room: MEMORY, place 1");
        assertThat(admission.newsOf(BOB)).isEmpty();
        ada.leaves = true;
        Patience.until("the first has left", first::isCompletedExceptionally);
        assertThat(admission.newsOf(ADA)).isEmpty();
    }

    private static Admission admission(int atOnce) {
        return new Admission(atOnce, Duration.ofMinutes(5), new SteadyTime());
    }

    private static <T> CompletableFuture<T> admitted(
            Admission admission, Owner owner, Waiting waiting, Supplier<T> maker) {
        return admitted(admission, owner, waiting, ROOM, maker);
    }

    private static <T> CompletableFuture<T> admitted(
            Admission admission, Owner owner, Waiting waiting, Admission.Place lacking, Supplier<T> maker) {
        return CompletableFuture.supplyAsync(
                () -> admission.admit(owner, waiting, lacking, maker),
                task -> Thread.ofVirtual().start(task));
    }

    private static boolean wait(CountDownLatch done, List<String> made, String name) {
        made.add("begun");
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return made.add(name);
    }

    /** Writes down what it is told. */
    private static class Told implements Waiting {

        final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void inLine(int place, Duration expected) {
            all.add("place " + place);
        }

        @Override
        public void noRoom(Shortage shortage, int place) {
            all.add("no room: " + shortage + ", place " + place);
        }
    }

    /** Goes away when a test says so. */
    private static final class Leaving extends Told {

        volatile boolean leaves;

        @Override
        public void stillThere() {
            if (leaves) {
                throw new IllegalStateException("the browser is gone");
            }
        }
    }

    private static final class SetTime implements InstantSource {

        volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }
    }
}

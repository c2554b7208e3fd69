package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private static final Supplier<Optional<Shortage>> ROOM = Optional::empty;

    @Test
    void admitWhenNobodyElseIsThereMakesAtOnceAndTellsNothing() {
        Told told = new Told();
        assertThat(admission(1).admit(told, ROOM, () -> "made")).isEqualTo("made");
        assertThat(told.all).isEmpty();
    }

    @Test
    void admitWhenAllHandsAreFullTellsEachTheirPlaceAndKeepsTheOrder() {
        Admission admission = admission(1);
        List<String> made = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        var first = admitted(admission, Waiting.SILENT, () -> wait(done, made, "first"));
        Patience.until("the first is being made", () -> made.contains("begun"));

        Told second = new Told();
        var two = admitted(admission, second, () -> made.add("second"));
        Patience.until("the second knows", () -> second.all.contains("place 1"));
        Told third = new Told();
        var three = admitted(admission, third, () -> made.add("third"));
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
        var made = admitted(admission(1), told, lacking::get, () -> "made");
        Patience.until("it is told", () -> told.all.contains("no room: MEMORY"));
        assertThat(made).isNotDone();

        lacking.set(Optional.empty());

        assertThat(made.join()).isEqualTo("made");
        assertThat(told.all).containsOnlyOnce("no room: MEMORY");
    }

    @Test
    void admitWhenThereIsNoRoomForLongGivesUpAndLeavesTheLine() {
        Admission impatient = new Admission(1, Duration.ZERO, new SteadyTime());
        assertThatThrownBy(() -> impatient.admit(Waiting.SILENT, () -> Optional.of(Shortage.DISK), () -> "made"))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("DISK");
        assertThat(impatient.hasLine()).isFalse();
        assertThat(impatient.admit(Waiting.SILENT, ROOM, () -> "made")).isEqualTo("made");
    }

    @Test
    void admitWhenMakingFailsLetsTheNextOneIn() {
        Admission admission = admission(1);
        assertThatThrownBy(() -> admission.admit(Waiting.SILENT, ROOM, () -> {
                    throw new IllegalStateException("no image");
                }))
                .hasMessage("no image");
        assertThat(admission.admit(Waiting.SILENT, ROOM, () -> "made")).isEqualTo("made");
    }

    @Test
    void admitWhenTheOneWhoWaitsHasGoneAwayLetsTheNextOneIn() {
        Admission admission = admission(1);
        List<String> made = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        var first = admitted(admission, Waiting.SILENT, () -> wait(done, made, "first"));
        Patience.until("the first is being made", () -> made.contains("begun"));
        Told gone = new Told() {
            @Override
            public void inLine(int place, Duration expected) {
                throw new IllegalStateException("the browser is gone");
            }
        };
        assertThatThrownBy(() -> admission.admit(gone, ROOM, () -> "never")).hasMessage("the browser is gone");
        assertThat(admission.hasLine()).isFalse();
        done.countDown();
        first.join();
    }

    private static Admission admission(int atOnce) {
        return new Admission(atOnce, Duration.ofMinutes(5), new SteadyTime());
    }

    private static <T> CompletableFuture<T> admitted(Admission admission, Waiting waiting, Supplier<T> maker) {
        return admitted(admission, waiting, ROOM, maker);
    }

    private static <T> CompletableFuture<T> admitted(
            Admission admission, Waiting waiting, Supplier<Optional<Shortage>> lacking, Supplier<T> maker) {
        return CompletableFuture.supplyAsync(() -> admission.admit(waiting, lacking, maker), task -> Thread.ofVirtual()
                .start(task));
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
        public void noRoom(Shortage shortage) {
            all.add("no room: " + shortage);
        }
    }
}

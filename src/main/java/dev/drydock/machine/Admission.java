package dev.drydock.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line in front of the machines. So many are made at once, and none while the host is short of something; the others wait in the order in
 * which they came, and are told their place. Whoever leaves keeps their place for a moment: a page that is loaded again comes back to it.
 */
final class Admission {

    /** How much the latest making counts for what the next is expected to take. */
    private static final double LATEST = 0.3;

    private static final Duration PLACE_KEPT = Duration.ofSeconds(30);

    private final int atOnce;
    private final Duration patience;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<Ticket> line = new ArrayList<>();
    private int making;
    private boolean closed;
    private Duration usual = Duration.ZERO;

    /** One owner's place in the line. */
    private static final class Ticket {

        private final Owner owner;
        /** How many wait for this owner's machine; nobody may, for a moment. */
        private int waiting;

        private Instant left = Instant.EPOCH;
        private @Nullable News told;

        Ticket(Owner owner) {
            this.owner = owner;
        }
    }

    /** Room for one more; asked under the lock of the line, so it must not keep anybody waiting. */
    interface Place {

        /** What there is too little of now. */
        Optional<Shortage> lacking();

        /** Takes it, unless somebody else was faster. */
        default boolean claim() {
            return true;
        }
    }

    /**
     * How things are for somebody in the line.
     *
     * @param shortage what there is no room for, or nothing while only others are before them
     */
    record News(Optional<Shortage> shortage, int place, Duration expected) {

        void tell(Waiting waiting) {
            shortage.ifPresentOrElse(lacking -> waiting.noRoom(lacking, place), () -> waiting.inLine(place, expected));
        }

        /** What is expected changes all the time, and is not worth a word. */
        boolean differsFrom(@Nullable News before) {
            return before == null || before.place != place || !before.shortage.equals(shortage);
        }
    }

    /**
     * @param atOnce how many are made at the same time
     * @param patience how long somebody waits while nobody gets one
     * @param clock one that does not jump
     */
    Admission(int atOnce, Duration patience, InstantSource clock) {
        this.atOnce = atOnce;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Waits for its turn and then makes.
     *
     * @param room asked again and again, and claimed before it makes
     * @throws NoRoomException when there was no room for as long as the patience
     */
    <T> T admit(Owner owner, Waiting waiting, Place room, Supplier<T> maker) {
        awaitTurn(owner, waiting, room);
        var begun = clock.instant();
        try {
            T made = maker.get();
            learn(Duration.between(begun, clock.instant()));
            return made;
        } finally {
            leave();
        }
    }

    /** Nobody is admitted from now on; those who wait are let go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many are waiting. */
    int inLine() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody is waiting. */
    boolean hasLine() {
        lock.lock();
        try {
            return line.stream().anyMatch(ticket -> ticket.waiting > 0);
        } finally {
            lock.unlock();
        }
    }

    /** The owner's place in the line, or the one that they would get. */
    int placeOf(Owner owner) {
        lock.lock();
        try {
            forgetWhoStaysAway();
            return ticketOf(owner).map(this::placeOf).orElse(line.size() + 1);
        } finally {
            lock.unlock();
        }
    }

    /** What the one who stands in line for this owner was told last: a second one who waits for them should know it too. */
    Optional<News> newsOf(Owner owner) {
        lock.lock();
        try {
            return ticketOf(owner).map(ticket -> ticket.told);
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(Owner owner, Waiting waiting, Place room) {
        lock.lock();
        Ticket ticket = join(owner);
        try {
            standInLine(ticket, waiting, room);
            making++;
            ticket.left = Instant.MIN;
        } finally {
            ticket.waiting--;
            ticket.told = null;
            forgetWhoStaysAway();
            moved.signalAll();
            lock.unlock();
        }
    }

    private Ticket join(Owner owner) {
        forgetWhoStaysAway();
        Ticket ticket = ticketOf(owner).orElseGet(() -> {
            Ticket last = new Ticket(owner);
            line.add(last);
            return last;
        });
        ticket.waiting++;
        return ticket;
    }

    private void standInLine(Ticket ticket, Waiting waiting, Place room) {
        var lastRoom = clock.instant();
        while (true) {
            if (closed) {
                throw new MachineException("The server is about to end; nobody gets a machine any more.", null);
            }
            Optional<Shortage> shortage = room.lacking();
            ticket.left = clock.instant();
            if (shortage.isEmpty()) {
                lastRoom = clock.instant();
                if (isNext(ticket) && making < atOnce && room.claim()) {
                    return;
                }
            }
            int place = placeOf(ticket);
            if (shortage.isPresent()
                    && Duration.between(lastRoom, clock.instant()).compareTo(patience) >= 0) {
                throw new NoRoomException(shortage.get(), place);
            }
            News news = new News(shortage, place, expected(place));
            if (news.differsFrom(ticket.told)) {
                ticket.told = news;
                outside(() -> news.tell(waiting));
            } else if (!movedInTime()) {
                outside(waiting::stillThere);
            }
        }
    }

    /** Whoever is told may be slow to listen, and must not hold up the line. */
    private void outside(Runnable telling) {
        lock.unlock();
        try {
            telling.run();
        } finally {
            lock.lock();
        }
    }

    private Optional<Ticket> ticketOf(Owner owner) {
        return line.stream().filter(ticket -> ticket.owner.equals(owner)).findFirst();
    }

    private int placeOf(Ticket ticket) {
        return line.indexOf(ticket) + 1;
    }

    /** A place that is only kept holds nobody up. */
    private boolean isNext(Ticket ticket) {
        return Objects.equals(
                line.stream().filter(one -> one.waiting > 0).findFirst().orElse(null), ticket);
    }

    private void forgetWhoStaysAway() {
        Instant since = clock.instant().minus(PLACE_KEPT);
        line.removeIf(ticket -> ticket.waiting == 0 && ticket.left.isBefore(since));
    }

    private Duration expected(int place) {
        return usual.multipliedBy((place + atOnce - 1L) / atOnce);
    }

    private boolean movedInTime() {
        try {
            return moved.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("Nobody waits for a machine any more.", e);
        }
    }

    private void learn(Duration took) {
        lock.lock();
        try {
            usual = usual.isZero()
                    ? took
                    : Duration.ofNanos((long) (took.toNanos() * LATEST + usual.toNanos() * (1 - LATEST)));
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            making--;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

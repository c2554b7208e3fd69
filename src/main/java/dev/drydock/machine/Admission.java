package dev.drydock.machine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The line in front of the machines. So many are made at once, and none while the host is short of something; the others wait in the order in
 * which they came, and are told their place.
 */
final class Admission {

    /** How much the latest making counts for what the next is expected to take. */
    private static final double LATEST = 0.3;

    private static final int NO_ROOM = -1;

    private final int atOnce;
    private final Duration patience;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Object> line = new ArrayDeque<>();
    private int making;
    private Duration usual = Duration.ZERO;

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
     * @param lacking what there is too little of now
     * @throws NoRoomException when there was no room for as long as the patience
     */
    <T> T admit(Waiting waiting, Supplier<Optional<Shortage>> lacking, Supplier<T> maker) {
        awaitTurn(waiting, lacking);
        var begun = clock.instant();
        try {
            T made = maker.get();
            learn(Duration.between(begun, clock.instant()));
            return made;
        } finally {
            leave();
        }
    }

    /** Whether somebody is waiting. */
    boolean hasLine() {
        lock.lock();
        try {
            return !line.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(Waiting waiting, Supplier<Optional<Shortage>> lacking) {
        Object ticket = new Object();
        lock.lock();
        try {
            line.addLast(ticket);
            standInLine(ticket, waiting, lacking);
            making++;
        } finally {
            line.remove(ticket);
            moved.signalAll();
            lock.unlock();
        }
    }

    private void standInLine(Object ticket, Waiting waiting, Supplier<Optional<Shortage>> lacking) {
        var lastRoom = clock.instant();
        int told = 0;
        while (true) {
            Optional<Shortage> shortage = lacking.get();
            int place = placeOf(ticket);
            if (shortage.isEmpty()) {
                lastRoom = clock.instant();
                if (place == 1 && making < atOnce) {
                    return;
                }
                if (place != told) {
                    Duration expected = expected(place);
                    outside(() -> waiting.inLine(place, expected));
                    told = place;
                    continue;
                }
            } else if (Duration.between(lastRoom, clock.instant()).compareTo(patience) >= 0) {
                throw new NoRoomException(shortage.get());
            } else if (told != NO_ROOM) {
                outside(() -> waiting.noRoom(shortage.get()));
                told = NO_ROOM;
            }
            pause();
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

    private int placeOf(Object ticket) {
        int place = 1;
        for (Object before : line) {
            if (before == ticket) {
                return place;
            }
            place++;
        }
        throw new IllegalStateException("nobody leaves the line but by its end");
    }

    private Duration expected(int place) {
        return usual.multipliedBy((place + atOnce - 1L) / atOnce);
    }

    private void pause() {
        try {
            moved.await(1, TimeUnit.SECONDS);
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

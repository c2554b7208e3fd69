package dev.drydock.rehearsal;

import dev.drydock.command.Refusal;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Moments at which all learners are there and do nothing, so that things can be counted. */
final class Rest {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final int learners;
    private volatile boolean wanted;
    private volatile boolean over;
    private int resting;

    Rest(int learners) {
        this.learners = learners;
    }

    boolean wanted() {
        return wanted;
    }

    boolean isOver() {
        return over;
    }

    /** Stands still until everybody may go on. */
    void take() {
        lock.lock();
        try {
            resting++;
            change.signalAll();
            while (wanted && !over) {
                change.await();
            }
        } catch (InterruptedException e) {
            throw Ended.interrupted();
        } finally {
            resting--;
            lock.unlock();
        }
    }

    /**
     * Asks everybody to stand still, and waits until they do.
     *
     * @throws Refusal if somebody never does
     */
    void call(Duration limit) {
        lock.lock();
        try {
            wanted = true;
            long left = limit.toNanos();
            while (resting < learners) {
                if (left <= 0) {
                    throw new Refusal(
                            "only " + resting + " of " + learners + " learners found their machine within "
                                    + limit.toSeconds() + " s",
                            "read the server's log; fewer learners may help on a small host");
                }
                left = change.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw Ended.interrupted();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody go on. */
    void end() {
        lock.lock();
        try {
            wanted = false;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends everybody home. */
    void close() {
        over = true;
        end();
    }
}

package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets what one learner has done to their machine (checks, saves, preparing, resets) happen one after another. */
@Component
class Turns {

    private final Map<LearnerId, ReentrantLock> locks = new ConcurrentHashMap<>();

    <T> T take(Learner learner, Supplier<T> work) {
        ReentrantLock lock = lockOf(learner);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does it if it is nobody else's turn; nothing otherwise. */
    void takeIfFree(Learner learner, Runnable work) {
        ReentrantLock lock = lockOf(learner);
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private ReentrantLock lockOf(Learner learner) {
        return locks.computeIfAbsent(learner.id(), id -> new ReentrantLock());
    }
}

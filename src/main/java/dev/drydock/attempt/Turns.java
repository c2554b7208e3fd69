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
        ReentrantLock lock = locks.computeIfAbsent(learner.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

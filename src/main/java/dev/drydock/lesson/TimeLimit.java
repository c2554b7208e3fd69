package dev.drydock.lesson;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long reading one text may take. Neither the Markdown parser nor the sanitiser can be asked to stop, so the work has a
 * thread of its own, which is left to itself when its time is over.
 *
 * @param processor the thread's processor time, so that a busy computer refuses nothing that a quiet one reads
 */
record TimeLimit(Duration processor) {

    static final TimeLimit OF_A_TEXT = new TimeLimit(Duration.ofSeconds(5));

    private static final long BETWEEN_LOOKS = 250;

    /** What has to be done. It may go on when nobody waits for it any more. */
    interface Work<T> {
        T get() throws BadFileException;
    }

    /** @throws TimeoutException if it is not done in time, or the caller has been interrupted */
    <T> T within(Work<T> work) throws BadFileException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = Thread.ofPlatform().daemon().name("lesson-text").start(task);
        while (true) {
            try {
                return task.get(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                refuseTooMuch(worker, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TimeoutException("interrupted");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BadFileException bad) {
                    throw bad;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void refuseTooMuch(Thread worker, TimeoutException soFar) throws TimeoutException {
        long spent = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.threadId());
        if (spent > processor.toNanos()) {
            throw soFar;
        }
    }
}

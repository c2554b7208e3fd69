package dev.drydock.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks names up for all machines, on threads of its own: a look-up that nobody waits for any more cannot be called off. */
final class Lookups {

    private final Resolver resolver;
    private final Duration patience;
    private final ExecutorService threads;

    /**
     * @param most how many look-ups may go on at the same time
     * @param patience how long one is waited for
     */
    Lookups(Resolver resolver, int most, Duration patience) {
        this.resolver = resolver;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                0,
                most,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("lookup-", 1).factory());
    }

    /**
     * The addresses of a whole name, at least one.
     *
     * @param permits of who asks; one is taken for as long as the look-up holds its thread, waited for or not
     * @throws UnknownHostException where it has none
     * @throws UnansweredException where there is no permit, no thread, or no answer in time
     */
    List<InetAddress> resolve(String name, Semaphore permits) throws UnknownHostException, UnansweredException {
        Future<List<InetAddress>> answer = begin(name, permits);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new UnansweredException(name);
        } catch (TimeoutException e) {
            throw new UnansweredException(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException(name);
        }
    }

    private Future<List<InetAddress>> begin(String name, Semaphore permits) throws UnansweredException {
        if (!permits.tryAcquire()) {
            throw new UnansweredException(name);
        }
        try {
            return threads.submit(() -> {
                try {
                    return resolver.resolve(name);
                } finally {
                    permits.release();
                }
            });
        } catch (RejectedExecutionException e) {
            permits.release();
            throw new UnansweredException(name);
        }
    }
}

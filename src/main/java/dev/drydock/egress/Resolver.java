package dev.drydock.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks names up. */
interface Resolver {

    /**
     * The addresses of a whole name, at least one.
     *
     * @throws UnknownHostException where it has none, or nobody says in time
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** The system's, on threads of its own: a look-up blocks in C, where nothing can interrupt it. */
    static Resolver system() {
        int most = 64;
        long patience = 10;
        ExecutorService threads = new ThreadPoolExecutor(
                0,
                most,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("lookup-", 1).factory());
        return name -> {
            try {
                // With the dot, no search domain of the host is tried.
                Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(name + "."));
                return List.of(found.get(patience, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
                throw new UnknownHostException(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException(name);
            }
        };
    }
}

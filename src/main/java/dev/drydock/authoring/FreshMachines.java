package dev.drydock.authoring;

import dev.drydock.machine.Machine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Machines that nobody has used: the next ones are made while the ones before are in use. */
final class FreshMachines implements AutoCloseable {

    /** Where machines come from, and where they go. */
    interface Yard {

        Machine make();

        void remove(Machine machine);
    }

    private final Yard yard;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<Machine>> coming = new ArrayDeque<>();
    private int wanted;

    /**
     * @param ahead how many are made before anybody asks
     * @param wanted how many will be asked for
     */
    FreshMachines(Yard yard, int ahead, int wanted) {
        this.yard = yard;
        this.wanted = wanted;
        for (int i = 0; i < ahead; i++) {
            order();
        }
    }

    /** Waits for a machine that is there, or nearly; has the next one made. */
    Machine take() {
        Future<Machine> next;
        synchronized (this) {
            order();
            next = coming.remove();
        }
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw new Trouble("A machine cannot be made: " + e.getCause());
        } catch (CancellationException e) {
            throw new Trouble("The proof has been ended.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while a machine was made");
        }
    }

    /** The machine has been used; it goes while others are made. */
    void done(Machine machine) {
        workers.submit(() -> yard.remove(machine));
    }

    /** Waits until everything that was begun has ended. Machines that nobody took are the yard's to remove. */
    @Override
    public void close() {
        synchronized (this) {
            wanted = 0;
            coming.forEach(machine -> machine.cancel(false));
        }
        workers.close();
    }

    private synchronized void order() {
        if (wanted > 0) {
            wanted--;
            coming.add(workers.submit(yard::make));
        }
    }
}

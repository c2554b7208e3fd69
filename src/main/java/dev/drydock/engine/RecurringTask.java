package dev.drydock.engine;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is done again and again, on a thread of its own and never twice at the same time: an engine that hangs must not hold up what else is
 * scheduled.
 */
public final class RecurringTask {

    private final String name;
    private final Runnable work;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param name of its thread */
    public RecurringTask(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Begins it once more, unless it is still going on; does not wait for it. */
    public void begin() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        try {
            work.run();
        } finally {
            busy.set(false);
        }
    }
}

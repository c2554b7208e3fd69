package dev.drydock.machine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How many learners may have a machine. A machine that is being made counts: its place is promised from before it is made until it is somebody's. */
final class Room {

    private final int most;
    private final Capacity capacity;
    private final AtomicInteger promised = new AtomicInteger();

    /** @param most 0 for as many as the host has room for */
    Room(int most, Capacity capacity) {
        this.most = most;
        this.capacity = capacity;
    }

    /** @param there how many have a machine */
    Optional<Shortage> lackingFor(int more, IntSupplier there) {
        return isTooMany(more, there) ? Optional.of(Shortage.MACHINES) : capacity.shortage();
    }

    /** What is promised is read first: whoever gets a machine meanwhile is counted twice then, and never not at all. */
    private boolean isTooMany(int more, IntSupplier there) {
        int coming = promised.get();
        return most > 0 && coming + there.getAsInt() + more > most;
    }

    /**
     * A place for one owner, not promised yet.
     *
     * @param more 0 where the owner gives a machine for it
     */
    Place place(IntSupplier more, IntSupplier there) {
        return new Place(more, there);
    }

    private synchronized int promise(IntSupplier more, IntSupplier there) {
        int wanted = more.getAsInt();
        if (isTooMany(wanted, there)) {
            return -1;
        }
        promised.addAndGet(wanted);
        return wanted;
    }

    /** For one thread. Closed when the machine counts itself, or there is none. */
    final class Place implements Admission.Place, AutoCloseable {

        private final IntSupplier more;
        private final IntSupplier there;
        private int held;

        private Place(IntSupplier more, IntSupplier there) {
            this.more = more;
            this.there = there;
        }

        @Override
        public Optional<Shortage> lacking() {
            int wanted = more.getAsInt();
            // In place of another, it takes next to nothing of the disk, and the old one gives back all that it took.
            return lackingFor(wanted, there).filter(lacking -> wanted > 0 || lacking != Shortage.DISK);
        }

        @Override
        public boolean claim() {
            int got = promise(more, there);
            held = Math.max(0, got);
            return got >= 0;
        }

        @Override
        public void close() {
            promised.addAndGet(-held);
            held = 0;
        }
    }
}

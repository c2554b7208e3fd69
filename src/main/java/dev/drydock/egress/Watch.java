package dev.drydock.egress;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends what has been silent for too long, or has gone on for too long. */
final class Watch {

    private final Set<Watched> all = ConcurrentHashMap.newKeySet();

    /** @param pause between two looks */
    Watch(Duration pause) {
        Thread.ofPlatform().daemon().name("watch").start(() -> {
            try {
                while (true) {
                    Thread.sleep(pause);
                    look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void look() {
        long now = System.nanoTime();
        all.forEach(one -> one.endIfDue(now));
    }

    /** From now on, ends it when nobody touches it for so long, or after so long in any case. */
    Watched over(Closeable what, Duration silence, Duration total) {
        Watched watched = new Watched(what, silence, total);
        all.add(watched);
        return watched;
    }

    /** What is watched until it is closed. */
    final class Watched implements AutoCloseable {

        private final Closeable what;
        private final long silence;
        private final long end;
        private volatile long touched = System.nanoTime();

        private Watched(Closeable what, Duration silence, Duration total) {
            this.what = what;
            this.silence = silence.toNanos();
            this.end = touched + total.toNanos();
        }

        /** It is alive. */
        void touch() {
            touched = System.nanoTime();
        }

        private void endIfDue(long now) {
            if (now - touched > silence || now - end > 0) {
                close();
                closeQuietly(what);
            }
        }

        /** Watches it no more. */
        @Override
        public void close() {
            all.remove(this);
        }
    }

    static void closeQuietly(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            // Nobody is left who could act on a connection that will not even close.
        }
    }
}

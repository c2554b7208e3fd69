package dev.drydock.terminal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Holds terminals back that pour out more than anybody reads, once there are several of them: together they get a share of the host that leaves
 * the rest to those who type. One alone is as fast as it can be.
 */
final class Floods {

    /** All of them together, for each processor of the host. */
    static final long BYTES_PER_SECOND_AND_PROCESSOR = 1 << 20;

    /** What a terminal may put out in a second before it counts as a flood: ten thousand lines or so. */
    static final long CALM_BYTES = 256 << 10;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long bytesPerSecond;
    private final LongSupplier nanoTime;
    private final Map<Meter, Long> lastAt = new ConcurrentHashMap<>();

    /** @param bytesPerSecond what all floods together may put out */
    Floods(long bytesPerSecond, LongSupplier nanoTime) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
    }

    /** For this host. */
    static Floods ofThisHost() {
        return new Floods(
                BYTES_PER_SECOND_AND_PROCESSOR * Runtime.getRuntime().availableProcessors(), System::nanoTime);
    }

    /** For one more terminal; the thread that carries its output uses it. */
    Meter meter() {
        return new Meter();
    }

    /** What each of them may put out in a second. */
    private long share() {
        return bytesPerSecond / Math.max(1, lastAt.size());
    }

    private int going(long now) {
        lastAt.values().removeIf(last -> now - last > 2 * SECOND);
        return lastAt.size();
    }

    /** What one terminal puts out. */
    final class Meter {

        private long second = nanoTime.getAsLong();
        private long inSecond;
        private boolean flooding;
        private long due = second;

        /** Takes down that so much was put out, and says how long to wait before the next. */
        Duration carried(int bytes) {
            long now = nanoTime.getAsLong();
            if (now - second >= SECOND) {
                flooding = inSecond >= Math.min(CALM_BYTES, share() / 2) && now - second < 2 * SECOND;
                second = now;
                inSecond = 0;
            }
            inSecond += bytes;
            flooding |= inSecond >= CALM_BYTES;
            if (!flooding) {
                return Duration.ZERO;
            }
            lastAt.put(this, now);
            int floods = going(now);
            due = Math.max(due, now);
            if (floods > 1) {
                due += bytes * floods * SECOND / bytesPerSecond;
            }
            return Duration.ofNanos(due - now);
        }
    }
}

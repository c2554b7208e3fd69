package dev.drydock.terminal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How long a key takes through the server: from a frame with one printable character to the next output handed to the browser's
 * connection. Other input is no key that is echoed; what a program answers to a whole line is its own time and not measured.
 */
final class Echo {

    /** What comes after so long is no echo: a program that reads a password shows nothing, and speaks much later. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final long NONE = 0;

    private final Consumer<Duration> times;
    private final AtomicLong typed = new AtomicLong(NONE);

    Echo(Consumer<Duration> times) {
        this.times = times;
    }

    /** A frame has come from the browser. */
    void input(byte[] frame, long nanos) {
        if (!FrameType.INPUT.is(frame)) {
            return;
        }
        if (frame.length != 2 || frame[1] < ' ' || frame[1] == 0x7f) {
            typed.set(NONE);
        } else {
            typed.compareAndSet(NONE, nanos | 1);
        }
    }

    /** A frame has gone to the browser. */
    void output(byte[] frame, long nanos) {
        if (!FrameType.OUTPUT.is(frame)) {
            return;
        }
        long since = typed.getAndSet(NONE);
        Duration took = Duration.ofNanos(nanos - since);
        if (since != NONE && took.compareTo(LONGEST) < 0) {
            times.accept(took);
        }
    }
}

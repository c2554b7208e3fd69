package dev.drydock.rehearsal;

import java.time.Duration;

/** Somebody does nothing for a while. */
final class Pause {

    private Pause() {}

    /** @throws Ended if the rehearsal ends meanwhile */
    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw Ended.interrupted();
        }
    }
}

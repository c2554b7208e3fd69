package dev.drydock.machine;

import java.time.Duration;
import java.util.Locale;

/** How a learner came to a machine that runs, when they had none that did. */
enum Opening {
    /** It had been started ahead. */
    WARM,
    /** It was made for them. */
    COLD,
    /** It was theirs, and had been put to rest. */
    WOKEN;

    /** Who is told how long it took, from the question to the machine; a place in line counts, too. */
    interface Times {

        Times NONE = (how, took) -> {};

        void took(Opening how, Duration took);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

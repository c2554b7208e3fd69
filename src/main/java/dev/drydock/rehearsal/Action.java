package dev.drydock.rehearsal;

import java.time.Duration;
import java.util.Locale;

/**
 * What a learner does and waits for, with the time that a class bears. The bounds are those of people: a tenth of a second is felt as "at
 * once", and after some ten seconds attention is elsewhere.
 */
enum Action {
    /** From asking for the lesson's page to all of it. */
    PAGE("lesson page", 95, Duration.ofSeconds(1)),
    /** From opening the terminal to the shell's prompt: a machine is found, taken from those that wait, or made. */
    READY("terminal ready", 95, Duration.ofSeconds(10)),
    /** From a keystroke to its echo. */
    ECHO("echo", 99, Duration.ofMillis(100)),
    /** From Enter to the end of {@code docker run hello-world}. */
    RUN("docker run", 95, Duration.ofSeconds(10)),
    /** From the button to the verdict. */
    CHECK("check", 95, Duration.ofSeconds(10));

    private final String words;
    private final int percentile;
    private final Duration bound;

    Action(String words, int percentile, Duration bound) {
        this.words = words;
        this.percentile = percentile;
        this.bound = bound;
    }

    String words() {
        return words;
    }

    /** Which percentile must be within the {@link #bound}. */
    int percentile() {
        return percentile;
    }

    Duration bound() {
        return bound;
    }

    String inJson() {
        return name().toLowerCase(Locale.ROOT);
    }
}

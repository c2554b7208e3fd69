package dev.drydock.machine;

import java.time.Duration;

/** How a {@link Probe} ended. */
public sealed interface ProbeResult {

    /**
     * It ran to its end.
     *
     * @param exitCode its exit status
     * @param message what it wrote for the learner, at most 16 KiB
     * @param diagnostics what it wrote for the author (standard output and error), at most 64 KiB
     */
    record Ended(int exitCode, String message, String diagnostics) implements ProbeResult {}

    /** It was still running at its limit and has been killed. */
    record TimedOut(Duration limit, String diagnostics) implements ProbeResult {}

    /** It could not be started: no valid first line, say. */
    record NotStarted(String reason) implements ProbeResult {}

    /** The machine, or the Docker Engine in it, does not answer. */
    record Unreachable(Missing missing) implements ProbeResult {}

    /** What does not answer. */
    enum Missing {
        MACHINE,
        DOCKER
    }
}

package dev.drydock.check;

/** What a check found. Only {@link NotYet} is about what the learner did. */
public sealed interface Verdict {

    /** The task is done. */
    record Passed() implements Verdict {}

    /**
     * The task is not done yet.
     *
     * @param message what was expected and what was seen, for the learner: plain text of at most 2,000 characters, without control
     *     characters but line feeds. It may contain what the learner wrote.
     */
    record NotYet(String message) implements Verdict {}

    /**
     * The checker itself failed; the learner is not to blame.
     *
     * @param reason what happened, for the author
     */
    record Broken(String reason) implements Verdict {}

    /** The machine, or the Docker Engine in it, did not answer, so nothing was checked. */
    record Unreachable(Missing missing) implements Verdict {}

    /** What did not answer. */
    enum Missing {
        /** The machine stands still or is gone. */
        MACHINE,
        /** The machine runs; its Docker Engine does not. */
        DOCKER
    }
}

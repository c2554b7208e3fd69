package dev.drydock.attempt;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a learner stands with a task.
 *
 * @param last what the last check found
 * @param message what it said to the learner; empty where it said nothing
 * @param tries how many checks there have been
 * @param passedAt when it first passed
 */
record TaskState(Outcome last, String message, int tries, Optional<Instant> passedAt) {

    static final TaskState UNTRIED = new TaskState(Outcome.OPEN, "", 0, Optional.empty());

    /** What a check found, and what nobody has checked yet. */
    enum Outcome {
        OPEN("open"),
        PASSED("passed"),
        NOT_YET("not-yet"),
        BROKEN("broken"),
        UNREACHABLE("unreachable");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** As it stands in the database and on the page. */
        String word() {
            return word;
        }

        static Outcome of(String word) {
            for (Outcome outcome : values()) {
                if (outcome.word.equals(word)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException("No outcome is called '" + word + "'");
        }
    }

    boolean passed() {
        return passedAt.isPresent();
    }
}

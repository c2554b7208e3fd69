package dev.drydock.attempt;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a learner stands with a task or a quiz.
 *
 * @param last what the last check found
 * @param message what it said to the learner; empty where it said nothing. Of a quiz: the choices, see {@link Choices}
 * @param missed how many checks have said "not yet"
 * @param passedAt when it first passed
 * @param solutionSeen whether the learner has asked for the solution, and got it
 */
record TaskState(Outcome last, String message, int missed, Optional<Instant> passedAt, boolean solutionSeen) {

    static final TaskState UNTRIED = new TaskState(Outcome.OPEN, "", 0, Optional.empty(), false);

    /** What a check found, and what nobody has checked yet. */
    enum Outcome {
        OPEN("open"),
        PASSED("passed"),
        NOT_YET("not-yet"),
        BROKEN("broken"),
        /** Nothing was checked: the machine could not be brought to the lesson's start. */
        UNPREPARED("unprepared"),
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

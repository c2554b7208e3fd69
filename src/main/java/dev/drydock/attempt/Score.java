package dev.drydock.attempt;

import dev.drydock.lesson.Exercise;
import dev.drydock.lesson.Lesson;
import java.util.Map;

/**
 * How far a learner has come in a lesson, or in a whole course.
 *
 * @param done how many exercises have passed
 * @param total how many there are
 * @param points what those that have passed count
 * @param possible what all of them count
 */
record Score(int done, int total, int points, int possible) {

    static final Score NOTHING = new Score(0, 0, 0, 0);

    /** States of exercises that the lesson no longer has count for nothing. */
    static Score of(Lesson lesson, Map<String, TaskState> states) {
        Score score = NOTHING;
        for (Exercise exercise : lesson.exercises()) {
            score = score.with(
                    states.getOrDefault(exercise.id(), TaskState.UNTRIED).passed(), exercise.points());
        }
        return score;
    }

    Score plus(Score other) {
        return new Score(done + other.done, total + other.total, points + other.points, possible + other.possible);
    }

    /** Public for the templates, which see nothing else. */
    public boolean complete() {
        return total > 0 && done == total;
    }

    private Score with(boolean passed, int worth) {
        return plus(new Score(passed ? 1 : 0, 1, passed ? worth : 0, worth));
    }
}

package dev.drydock.attempt;

import dev.drydock.attempt.LessonPage.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lesson page says about progress: everything on it that changes when an exercise passes, besides its own card.
 *
 * @param lesson how far the learner is in this lesson
 * @param course how far they are in all its lessons
 * @param outline the course's lessons in order
 * @param open what is still to do here, in the text's order
 * @param next the lesson after this one
 */
record Standing(
        Score lesson,
        Score course,
        List<Entry> outline,
        List<OpenExercise> open,
        @Nullable Link next) {

    /**
     * A lesson in the course's outline.
     *
     * @param lang the language of its title
     * @param minutes 0 where the author did not say
     */
    record Entry(String title, String lang, String href, int minutes, Score score, boolean current) {}

    /** An exercise that has not passed. */
    record OpenExercise(String id, String titleHtml) {}
}

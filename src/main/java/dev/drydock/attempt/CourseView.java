package dev.drydock.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A course in the list of courses, with how far the learner is in it.
 *
 * @param opens when, in the page's language, if that is still to come: then there are no lessons to be seen
 * @param due when, in the page's language; null where it is not due
 * @param overdue whether that is over
 */
record CourseView(
        String id,
        String title,
        String summary,
        Score score,
        List<LessonView> lessons,
        @Nullable String opens,
        @Nullable String due,
        boolean overdue) {

    /**
     * A lesson in it.
     *
     * @param minutes 0 where the author did not say
     */
    record LessonView(String title, String href, String summary, int minutes, Score score) {}
}

package dev.drydock.attempt;

import java.util.List;

/** A course in the list of courses, with how far the learner is in it. */
record CourseView(String id, String title, String summary, Score score, List<LessonView> lessons) {

    /**
     * A lesson in it.
     *
     * @param minutes 0 where the author did not say
     */
    record LessonView(String title, String href, String summary, int minutes, Score score) {}
}

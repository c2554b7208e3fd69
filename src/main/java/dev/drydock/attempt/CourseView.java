package dev.drydock.attempt;

import java.util.List;

/** A course in the list of courses. */
record CourseView(String id, String title, String summary, List<LessonView> lessons) {

    /** A lesson in it, with how many of its tasks have passed. */
    record LessonView(String title, String href, String summary, int done, int total) {}
}

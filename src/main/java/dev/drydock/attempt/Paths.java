package dev.drydock.attempt;

import dev.drydock.lesson.Lesson;

/** Where pages are. */
final class Paths {

    private Paths() {}

    static String lesson(String course, String lesson) {
        return "/courses/" + course + "/lessons/" + lesson;
    }

    static String lesson(Lesson lesson) {
        return lesson(lesson.course(), lesson.id());
    }

    /** The card of a task or a quiz on its lesson's page. */
    static String card(Lesson lesson, String exercise) {
        return lesson(lesson) + "#" + anchor(exercise);
    }

    static String anchor(String exercise) {
        return "task-" + exercise;
    }
}

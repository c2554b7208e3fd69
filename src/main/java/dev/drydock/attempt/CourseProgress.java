package dev.drydock.attempt;

import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import java.util.Map;

/**
 * Where one learner stands in one course.
 *
 * @param lessons for each lesson, by its id, the states of its exercises by theirs; what nobody has tried is left out
 */
record CourseProgress(Map<String, Map<String, TaskState>> lessons) {

    static final CourseProgress NONE = new CourseProgress(Map.of());

    Map<String, TaskState> of(Lesson lesson) {
        return lessons.getOrDefault(lesson.id(), Map.of());
    }

    Score score(Lesson lesson) {
        return Score.of(lesson, of(lesson));
    }

    Score score(Course course) {
        return course.lessons().stream().map(this::score).reduce(Score.NOTHING, Score::plus);
    }
}

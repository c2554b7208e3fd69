package dev.drydock.attempt;

import dev.drydock.attempt.LessonPage.Link;
import dev.drydock.attempt.Standing.Entry;
import dev.drydock.attempt.Standing.OpenExercise;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.TaskText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums up where a learner stands, for one lesson's page. */
final class Standings {

    private Standings() {}

    static Standing of(Course course, Lesson lesson, CourseProgress progress, Locale language) {
        return new Standing(
                progress.score(lesson),
                progress.score(course),
                course.lessons().stream()
                        .map(one -> entry(one, progress, one == lesson, language))
                        .toList(),
                open(lesson, progress.of(lesson), language),
                neighbour(course, lesson, 1, language));
    }

    /** The lesson that many places after this one, before it where negative; null where there is none. */
    static @Nullable Link neighbour(Course course, Lesson lesson, int places, Locale language) {
        int index = course.lessons().indexOf(lesson) + places;
        if (index < 0 || index >= course.lessons().size()) {
            return null;
        }
        Lesson neighbour = course.lessons().get(index);
        return new Link(neighbour.in(language).title(), Paths.lesson(course.id(), neighbour.id()));
    }

    private static Entry entry(Lesson lesson, CourseProgress progress, boolean current, Locale language) {
        LessonText text = lesson.in(language);
        return new Entry(
                text.title(),
                text.language().toLanguageTag(),
                Paths.lesson(lesson.course(), lesson.id()),
                lesson.minutes(),
                progress.score(lesson),
                current);
    }

    private static List<OpenExercise> open(Lesson lesson, Map<String, TaskState> states, Locale language) {
        return lesson.in(language).tasks().stream()
                .filter(text ->
                        !states.getOrDefault(text.id(), TaskState.UNTRIED).passed())
                .map(Standings::open)
                .toList();
    }

    private static OpenExercise open(TaskText text) {
        return new OpenExercise(text.titleHtml(), "task-" + text.id());
    }
}

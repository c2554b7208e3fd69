package dev.drydock.attempt;

import dev.drydock.attempt.LessonPage.Link;
import dev.drydock.attempt.Standing.Entry;
import dev.drydock.attempt.Standing.OpenExercise;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Variables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums up where a learner stands, for one lesson's page. */
final class Standings {

    private Standings() {}

    static Standing of(Course course, Lesson lesson, CourseProgress progress, Variables variables, Locale language) {
        return new Standing(
                progress.score(lesson),
                progress.score(course),
                course.lessons().stream()
                        .map(one -> entry(one, progress, one == lesson, variables, language))
                        .toList(),
                open(lesson, progress.of(lesson), variables, language),
                neighbour(course, lesson, 1, variables, language));
    }

    /** The lesson that many places after this one, before it where negative; null where there is none. */
    static @Nullable Link neighbour(Course course, Lesson lesson, int places, Variables variables, Locale language) {
        int index = course.lessons().indexOf(lesson) + places;
        if (index < 0 || index >= course.lessons().size()) {
            return null;
        }
        Lesson neighbour = course.lessons().get(index);
        return new Link(variables.fill(neighbour.in(language).title()), Paths.lesson(neighbour));
    }

    private static Entry entry(
            Lesson lesson, CourseProgress progress, boolean current, Variables variables, Locale language) {
        LessonText text = lesson.in(language);
        return new Entry(
                variables.fill(text.title()),
                text.language().toLanguageTag(),
                Paths.lesson(lesson),
                lesson.minutes(),
                progress.score(lesson),
                current);
    }

    private static List<OpenExercise> open(
            Lesson lesson, Map<String, TaskState> states, Variables variables, Locale language) {
        return lesson.in(language).blocks().stream()
                .flatMap(block -> open(block, variables))
                .filter(open ->
                        !states.getOrDefault(open.id(), TaskState.UNTRIED).passed())
                .toList();
    }

    private static Stream<OpenExercise> open(Block block, Variables variables) {
        return switch (block) {
            case Block.Html html -> Stream.empty();
            case Block.Task task ->
                Stream.of(new OpenExercise(
                        task.text().id(), variables.fill(task.text().titleHtml())));
            case Block.Quiz quiz ->
                Stream.of(new OpenExercise(
                        quiz.text().id(), variables.fill(quiz.text().titleHtml())));
        };
    }
}

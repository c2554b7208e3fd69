package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.attempt.LessonPage.BlockView;
import dev.drydock.attempt.LessonPage.Link;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Task;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of courses and lessons for one learner. */
@Component
class LessonPages {

    private static final String TERMINAL = "/terminal/main";

    private final Lessons lessons;
    private final Attempts attempts;
    private final TaskViews tasks;

    LessonPages(Lessons lessons, Attempts attempts, TaskViews tasks) {
        this.lessons = lessons;
        this.attempts = attempts;
        this.tasks = tasks;
    }

    /** The first lesson that still has something to do, or the very first; nothing where there are no lessons. */
    Optional<String> whereToGoOn(Learner learner) {
        List<Lesson> all = lessons.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
        return all.stream()
                .filter(lesson -> done(learner, lesson) < lesson.tasks().size())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(lesson -> Paths.lesson(lesson.course(), lesson.id()));
    }

    List<CourseView> courses(Learner learner, Locale language) {
        return lessons.courses().stream()
                .map(course -> new CourseView(
                        course.id(),
                        course.title().in(language),
                        course.summary().in(language),
                        course.lessons().stream()
                                .map(lesson -> lessonView(learner, lesson, language))
                                .toList()))
                .toList();
    }

    Optional<LessonPage> lesson(Learner learner, String courseId, String lessonId, Locale language) {
        return lessons.courses().stream()
                .filter(course -> course.id().equals(courseId))
                .findFirst()
                .flatMap(course -> course.lesson(lessonId).map(lesson -> page(learner, course, lesson, language)));
    }

    private LessonPage page(Learner learner, Course course, Lesson lesson, Locale language) {
        LessonText text = lesson.in(language);
        Map<String, TaskState> states = attempts.states(learner, lesson);
        int here = course.lessons().indexOf(lesson);
        return new LessonPage(
                text.language().toLanguageTag(),
                course.title().in(language),
                course.id(),
                lesson.id(),
                text.title(),
                text.summary(),
                done(lesson, states),
                lesson.tasks().size(),
                text.blocks().stream()
                        .map(block -> blockView(lesson, block, states, language))
                        .toList(),
                TERMINAL,
                link(course, here - 1, language),
                link(course, here + 1, language));
    }

    private BlockView blockView(Lesson lesson, Block block, Map<String, TaskState> states, Locale language) {
        return switch (block) {
            case Block.Html(String html) -> new BlockView("html", html, null);
            case Block.Task(var text) ->
                new BlockView(
                        "task",
                        null,
                        tasks.view(lesson, text, states.getOrDefault(text.id(), TaskState.UNTRIED), language));
        };
    }

    private static @Nullable Link link(Course course, int index, Locale language) {
        if (index < 0 || index >= course.lessons().size()) {
            return null;
        }
        Lesson lesson = course.lessons().get(index);
        return new Link(lesson.in(language).title(), Paths.lesson(course.id(), lesson.id()));
    }

    private CourseView.LessonView lessonView(Learner learner, Lesson lesson, Locale language) {
        LessonText text = lesson.in(language);
        return new CourseView.LessonView(
                text.title(),
                Paths.lesson(lesson.course(), lesson.id()),
                text.summary(),
                done(learner, lesson),
                lesson.tasks().size());
    }

    private int done(Learner learner, Lesson lesson) {
        return done(lesson, attempts.states(learner, lesson));
    }

    private static int done(Lesson lesson, Map<String, TaskState> states) {
        return (int) lesson.tasks().stream()
                .map(Task::id)
                .filter(id -> states.getOrDefault(id, TaskState.UNTRIED).passed())
                .count();
    }
}

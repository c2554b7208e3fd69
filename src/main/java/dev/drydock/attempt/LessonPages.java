package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.attempt.LessonPage.BlockView;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.QuizText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the pages of courses and lessons for one learner. */
@Component
class LessonPages {

    private static final String TERMINAL = "/terminal/main";

    private final Lessons lessons;
    private final Progress progress;
    private final TaskViews tasks;

    LessonPages(Lessons lessons, Progress progress, TaskViews tasks) {
        this.lessons = lessons;
        this.progress = progress;
        this.tasks = tasks;
    }

    /** The first lesson that still has something to do, or the very first; nothing where there are no lessons. */
    Optional<String> whereToGoOn(Learner learner) {
        Map<String, CourseProgress> everywhere = progress.everywhere(learner.id());
        List<Lesson> all = lessons.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
        return all.stream()
                .filter(lesson -> isUnfinished(everywhere
                        .getOrDefault(lesson.course(), CourseProgress.NONE)
                        .score(lesson)))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(lesson -> Paths.lesson(lesson.course(), lesson.id()));
    }

    List<CourseView> courses(Learner learner, Locale language) {
        Map<String, CourseProgress> everywhere = progress.everywhere(learner.id());
        return lessons.courses().stream()
                .map(course -> courseView(course, everywhere.getOrDefault(course.id(), CourseProgress.NONE), language))
                .toList();
    }

    Optional<LessonPage> lesson(Learner learner, String courseId, String lessonId, Locale language) {
        return lessons.courses().stream()
                .filter(course -> course.id().equals(courseId))
                .findFirst()
                .flatMap(course -> course.lesson(lessonId).map(lesson -> page(learner, course, lesson, language)));
    }

    /** Where the learner stands now; nothing where the lesson has just been taken away. */
    Optional<Standing> standing(Learner learner, Lesson lesson, Locale language) {
        return lessons.courses().stream()
                .filter(course -> course.lessons().contains(lesson))
                .findFirst()
                .map(course -> Standings.of(
                        course, lesson, progress.inCourse(learner.id(), course.id(), lesson.id()), language));
    }

    private LessonPage page(Learner learner, Course course, Lesson lesson, Locale language) {
        LessonText text = lesson.in(language);
        CourseProgress standing = progress.inCourse(learner.id(), course.id(), lesson.id());
        Map<String, TaskState> states = standing.of(lesson);
        return new LessonPage(
                text.language().toLanguageTag(),
                course.title().in(language),
                Paths.lesson(course.id(), lesson.id()),
                text.title(),
                text.summary(),
                lesson.minutes(),
                Standings.of(course, lesson, standing, language),
                text.blocks().stream()
                        .map(block -> blockView(lesson, block, states, language))
                        .toList(),
                TERMINAL,
                Standings.neighbour(course, lesson, -1, language),
                Standings.neighbour(course, lesson, 1, language));
    }

    private BlockView blockView(Lesson lesson, Block block, Map<String, TaskState> states, Locale language) {
        return switch (block) {
            case Block.Html text -> new BlockView("html", text.html(), null);
            case Block.Task task ->
                new BlockView(
                        "task",
                        null,
                        tasks.view(
                                lesson,
                                task.text(),
                                states.getOrDefault(task.text().id(), TaskState.UNTRIED),
                                language));
            case Block.Quiz quiz -> new BlockView("html", plain(quiz.text()), null);
        };
    }

    private static String plain(QuizText quiz) {
        return "<h3>" + quiz.titleHtml() + "</h3>" + quiz.bodyHtml() + "<ul><li>"
                + String.join("</li><li>", quiz.choices()) + "</li></ul>";
    }

    private static CourseView courseView(Course course, CourseProgress standing, Locale language) {
        return new CourseView(
                course.id(),
                course.title().in(language),
                course.summary().in(language),
                standing.score(course),
                course.lessons().stream()
                        .map(lesson -> lessonView(lesson, standing.score(lesson), language))
                        .toList());
    }

    private static CourseView.LessonView lessonView(Lesson lesson, Score score, Locale language) {
        LessonText text = lesson.in(language);
        return new CourseView.LessonView(
                text.title(), Paths.lesson(lesson.course(), lesson.id()), text.summary(), lesson.minutes(), score);
    }

    private static boolean isUnfinished(Score score) {
        return score.done() < score.total();
    }
}

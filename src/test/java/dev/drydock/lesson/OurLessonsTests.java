package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What holds for every lesson in this repository. */
class OurLessonsTests {

    private final Lessons lessons = Lessons.in(Path.of("lessons"));

    @Test
    void problemsOfOurLessonsReturnNone() {
        assertThat(lessons.problems()).isEmpty();
        assertThat(lessons.courses()).isNotEmpty();
    }

    @Test
    void ourCoursesAreInEnglishAndKorean() {
        assertThat(lessons.courses()).allSatisfy(course -> {
            assertThat(course.languages()).containsExactly(Locale.ENGLISH, Locale.KOREAN);
            assertThat(course.title().languages()).containsExactlyElementsOf(course.languages());
            assertThat(course.summary().languages()).containsExactlyElementsOf(course.languages());
            assertThat(course.lessons()).isNotEmpty();
        });
    }

    @Test
    void ourLessonsAreWholeInEachLanguage() {
        assertThat(all()).allSatisfy(lesson -> {
            assertThat(lesson.minutes()).isPositive();
            assertThat(lesson.tasks()).hasSizeGreaterThanOrEqualTo(4);
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                LessonText text = lesson.in(language);
                assertThat(text.language()).isEqualTo(language);
                assertThat(text.summary()).isNotEmpty();
                assertThat(text.tasks())
                        .extracting(TaskText::id)
                        .containsExactlyElementsOf(
                                lesson.tasks().stream().map(Task::id).toList());
                assertThat(text.tasks())
                        .allSatisfy(task -> assertThat(task.hints().isEmpty())
                                .as("%s: has no hints", task.id())
                                .isEqualTo(isExamination(lesson)));
            }
        });
    }

    @Test
    void ourTasksHaveCheckSolutionAndWrongTriesInEachLanguage() {
        assertThat(all().stream().flatMap(lesson -> lesson.tasks().stream())).allSatisfy(task -> {
            assertThat(task.check()).isInstanceOf(Script.Ready.class);
            assertThat(task.solve()).isInstanceOf(Script.Ready.class);
            assertThat(task.wrong()).as("%s: wrong tries", task.id()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(task.wrong())
                    .allSatisfy(
                            wrong -> assertThat(wrong.expected().languages()).contains(Locale.ENGLISH, Locale.KOREAN));
        });
    }

    private static boolean isExamination(Lesson lesson) {
        return lesson.solutions() instanceof Solutions.Never;
    }

    private List<Lesson> all() {
        return lessons.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
    }
}

package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons that are edited while learners are in them. */
class LessonEditTests {

    private static final String QUIZ = "> [!QUIZ why] Why?\n>\n> - [x] So\n> - [ ] Or so\n";

    @TempDir
    Path directory;

    private Course101 course;
    private Lessons lessons;

    @BeforeEach
    void openCourse() {
        course = new Course101(directory);
        lessons = course.open();
    }

    @Test
    void findWhenALessonWasEditedReturnsTheNewText() {
        assertThat(title(Locale.ENGLISH)).isEqualTo("First steps");

        course.write("docker/one/lesson.md", Course101.LESSON.replace("First", "Other"));

        assertThat(title(Locale.ENGLISH)).isEqualTo("Other steps");
    }

    @Test
    void findWhenNothingWasEditedReturnsTheSameLesson() {
        assertThat(lessons.find("docker", "one").orElseThrow())
                .isSameAs(lessons.find("docker", "one").orElseThrow());
    }

    @Test
    void findWhenOnlyAModeChangedReturnsTheScriptAsItIsNow() {
        course.mode("docker/one/check/say-hi.sh", "rw-r--r--");
        assertThat(check()).isInstanceOf(Script.Broken.class);

        course.mode("docker/one/check/say-hi.sh", "rwxr-xr-x");
        assertThat(check()).isInstanceOf(Script.Ready.class);
        assertThat(lessons.problems()).isEmpty();
    }

    @Test
    void findWhenAnEditBrokeTheLessonReturnsTheLastGoodOneWithItsScripts() {
        course.write("docker/one/lesson.md", "Oops");
        course.script("docker/one/check/say-hi.sh", "#!/bin/sh\nexit 5\n");

        assertThat(title(Locale.ENGLISH)).isEqualTo("First steps");
        assertThat(check()).isEqualTo(new Script.Ready("docker/one/check/say-hi.sh", "#!/bin/sh\nexit 0\n"));
        assertThat(lessons.problems())
                .containsExactly(new Problem(
                        "docker/one/lesson.md",
                        1,
                        1,
                        Rule.LESSON_TITLE,
                        "A lesson starts with its title. Write '# The title' first."));

        course.write("docker/one/lesson.md", Course101.LESSON.replace("First", "Mended"));
        assertThat(title(Locale.ENGLISH)).isEqualTo("Mended steps");
        assertThat(lessons.problems()).extracting(Problem::rule).containsExactly(Rule.TRANSLATION_STALE);
    }

    @Test
    void findWhenAnEditBrokeATranslationReturnsTheLastGoodOneWhileItFits() {
        course.write("docker/one/lesson.ko.md", "Oops");
        assertThat(title(Locale.KOREAN)).isEqualTo("첫걸음");

        course.write("docker/one/lesson.md", Course101.LESSON.replace("say-hi", "say-ho"));
        assertThat(title(Locale.KOREAN)).isEqualTo("First steps");
    }

    @Test
    void exercisesWhenOneIsRemovedAndOneAddedReturnTheOthersUnderTheirIds() {
        course.lesson(Course101.LESSON + "\n" + QUIZ);
        assertThat(ids()).containsExactly("say-hi", "why");

        course.write(
                "docker/one/lesson.md", "# Other\n\n> [!TASK say-ho] Ho\n> x\n\n" + QUIZ.replace("So", "That is so"));
        assertThat(ids()).containsExactly("say-ho", "why");
        Lesson lesson = lessons.find("docker", "one").orElseThrow();
        assertThat(lesson.exercise("say-hi")).isEmpty();
        assertThat(lesson.task("say-ho").orElseThrow().check()).isInstanceOf(Script.Broken.class);
        assertThat(lesson.in(Locale.ENGLISH).quizzes().getFirst().choices()).startsWith("That is so");
    }

    @Test
    void quizWhenAnEditLeavesItWithoutAnAnswerStaysAsItWas() {
        course.lesson(Course101.LESSON + "\n" + QUIZ);
        Quiz before = lessons.find("docker", "one").orElseThrow().quiz("why").orElseThrow();

        course.write("docker/one/lesson.md", Course101.LESSON + "\n" + QUIZ.replace("[x]", "[ ]"));
        assertThat(lessons.find("docker", "one").orElseThrow().quiz("why")).contains(before);
        assertThat(lessons.problems()).extracting(Problem::rule).containsExactly(Rule.QUIZ_ANSWER);
    }

    /** An answer that was given in one language must never be held against the choices of another. */
    @Test
    void translationWhenTheAnswersOfAQuizChangeReturnsTheFirstLanguageUntilItFollows() {
        course.write("docker/one/lesson.md", Course101.LESSON + "\n" + QUIZ);
        course.korean(Course101.LESSON.replace("First", "첫") + "\n" + QUIZ);
        assertThat(title(Locale.KOREAN)).isEqualTo("첫 steps");

        course.write(
                "docker/one/lesson.md",
                Course101.LESSON + "\n"
                        + QUIZ.replace("[ ]", "[!]").replace("[x]", "[ ]").replace("[!]", "[x]"));
        assertThat(title(Locale.KOREAN)).isEqualTo("First steps");
        assertThat(lessons.problems()).extracting(Problem::rule).contains(Rule.TRANSLATION_QUIZZES);
    }

    @Test
    void findWhenSettingsAreEditedReturnsTheNewOnes() {
        course.write("docker/course.yaml", "title: T\nlessons: [one]\nsolutions: never\nvariables: {WORD: old}\n");
        course.write("docker/one/lesson.md", Course101.LESSON + "\nSay $WORD.\n");
        assertThat(lessons.find("docker", "one").orElseThrow().solutions()).isEqualTo(new Solutions.Never());

        course.write("docker/course.yaml", "title: T\nlessons: [one]\nvariables: {WORD: new}\n");
        Lesson lesson = lessons.find("docker", "one").orElseThrow();
        assertThat(lesson.solutions()).isEqualTo(Solutions.DEFAULT);
        assertThat(((Block.Html) lesson.in(Locale.ENGLISH).blocks().getLast()).html())
                .isEqualTo("<p>Say new.</p>");

        course.write("docker/course.yaml", "title: T\nlessons: [one]\nsolutions: nevr\nvariables: {WORD: new}\n");
        assertThat(lessons.find("docker", "one").orElseThrow()).isSameAs(lesson);
    }

    private List<String> ids() {
        return lessons.find("docker", "one").orElseThrow().exercises().stream()
                .map(Exercise::id)
                .toList();
    }

    @Test
    void coursesWhenAnEditBrokeTheCourseReturnTheLastGoodOne() {
        course.write("docker/course.yaml", "title: [\n");

        assertThat(lessons.courses()).extracting(Course::id).containsExactly("docker");
        assertThat(lessons.problems()).hasSize(1);
    }

    @Test
    void coursesWhenOneWasAddedOrRemovedReturnWhatIsThere() {
        course.write("apples/course.yaml", "title: Apples\nlessons: []\n");
        assertThat(lessons.courses()).extracting(Course::id).containsExactly("apples", "docker");

        course.delete("docker");
        assertThat(lessons.courses()).extracting(Course::id).containsExactly("apples");
    }

    @Test
    void findWhenSomebodyIsStillSavingReturnsTheOldTextUntilItIsQuiet() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now().plusSeconds(5));
        lessons = course.open(now::get);
        course.write("docker/one/lesson.md", Course101.LESSON.replace("First", "Other"));
        Instant saved = ((java.nio.file.attribute.FileTime)
                        Files.getAttribute(course.path("docker/one/lesson.md"), "unix:ctime"))
                .toInstant();

        now.set(saved.plusSeconds(10));
        assertThat(title(Locale.ENGLISH)).isEqualTo("Other steps");

        course.write("docker/one/lesson.md", Course101.LESSON.replace("First", "Third"));
        now.set(now.get().plusMillis(499));
        assertThat(title(Locale.ENGLISH)).isEqualTo("Other steps");
        saved = ((java.nio.file.attribute.FileTime)
                        Files.getAttribute(course.path("docker/one/lesson.md"), "unix:ctime"))
                .toInstant();
        assertThat(Stamp.of(course.path("docker")).isQuiet(saved.plusMillis(199)))
                .isFalse();
        assertThat(Stamp.of(course.path("docker")).isQuiet(saved.plusMillis(200)))
                .isTrue();
        assertThat(Stamp.of(course.path("docker")).isQuiet(saved.minus(Duration.ofHours(1))))
                .isTrue();
        now.set(now.get().plusMillis(1));
        assertThat(title(Locale.ENGLISH)).isEqualTo("Third steps");
    }

    private String title(Locale language) {
        return lessons.find("docker", "one").orElseThrow().in(language).title();
    }

    private Script check() {
        return lessons.find("docker", "one").orElseThrow().tasks().getFirst().check();
    }
}

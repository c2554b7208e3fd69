package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that would take too long, or become too much. */
class TimeLimitTests {

    private static final Duration HANGS = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void parseWhenATextTakesMoreThanItsTimeSaysSo() {
        Surroundings around = new Surroundings("docker", "one", Set.of(), Set.of(), Set.of(Terminal.MAIN), Map.of());
        LessonParser parser = new LessonParser(around, new TimeLimit(Duration.ZERO));
        Problems problems = new Problems("docker/one/lesson.md");

        assertThatThrownBy(() -> parser.parse(
                        FrontMatter.read("# T\n\n" + "~a~~b".repeat(140_000), false, problems),
                        List.of(),
                        Locale.ENGLISH,
                        problems))
                .isInstanceOf(BadFileException.class)
                .hasMessage(
                        "docker/one/lesson.md:1:1: Reading this takes more than 0 seconds. Look for the same few signs,"
                                + " hundreds of times in a row, and take them out.")
                .satisfies(thrown ->
                        assertThat(((BadFileException) thrown).problem().rule()).isEqualTo(Rule.TEXT_SLOW));
    }

    @Test
    void withinWhenTheWorkIsRefusedThrowsThat() {
        BadFileException refused = new BadFileException(Problem.in("a", Rule.NESTING, "b"));

        assertThatThrownBy(() -> TimeLimit.OF_A_TEXT.within(() -> {
                    throw refused;
                }))
                .isSameAs(refused);
    }

    @Test
    void coursesWhileAnEditIsStillBeingReadReturnThemAsTheyWere() {
        Course101 course = new Course101(directory).lesson(Course101.LESSON);
        CountDownLatch end = new CountDownLatch(1);
        int[] readings = new int[1];
        Lessons lessons = course.open(
                reader -> {
                    Optional<Course> read = reader.read();
                    if (readings[0]++ > 0) {
                        await(end);
                    }
                    return read;
                },
                course.hurryingClock());
        course.write("docker/one/lesson.md", Course101.LESSON + "\nMore.\n");

        assertTimeoutPreemptively(HANGS, () -> {
            assertThat(lessons.courses()).hasSize(1);
            assertThat(text(lessons)).doesNotContain("More.");
            end.countDown();
            while (!text(lessons).contains("More.")) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void problemsWhenADefinitionIsRepeatedRefuseThePage() {
        String bomb = "# T\n\n[a]: https://" + "b".repeat(100_000) + "\n\n" + "[a] ".repeat(30_000);
        String words = "[a]: javascript:" + "b".repeat(1_000) + "\n\n" + "[a] ".repeat(1_000);

        assertThat(new Course101(directory).lesson(bomb).problems())
                .containsExactly(
                        "docker/one/lesson.md:1:1: As a page, this is longer than two million characters. Shorten what is repeated.");
        assertThat(new Course101(directory).lessonAnd(words).open().problems())
                .hasSize(100)
                .allSatisfy(problem -> assertThat(problem.message())
                        .hasSizeLessThan(1_010)
                        .startsWith("'javascript:bbb")
                        .endsWith("Use https://…, #heading or ../LESSON/lesson.md."));
    }

    @Test
    void problemsWhenARowOfATableIsMadeWiderThanItIsWrittenRefuseIt() {
        // To the parser a line with a form feed in it is not empty.
        String table = "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "b\n\f\n".repeat(500);

        for (String before : new String[] {"", "> ", "  "}) {
            assertThat(new Course101(directory)
                            .lesson("# T\n\n" + before + table.replace("\n", "\n" + before))
                            .problems())
                    .containsExactly("docker/one/lesson.md:103:1: The tables up to here have more than 100,000 cells."
                            + " Make them smaller.");
        }
        assertThat(new Course101(directory)
                        .lessonAnd("|a|b|c|\n|-|-|-|\n" + "|1|2|3|\n".repeat(5_000))
                        .problems())
                .isEmpty();
    }

    private static String text(Lessons lessons) {
        return lessons.find("docker", "one")
                .orElseThrow()
                .in(Locale.ENGLISH)
                .blocks()
                .toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

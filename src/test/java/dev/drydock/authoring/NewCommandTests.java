package dev.drydock.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTests {

    @TempDir
    Path lessons;

    @Test
    void newWhenThereIsNothingMakesACourseAndALessonWithoutProblems() {
        CommandLineRun run = make("my-course/01-say-hello");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .startsWith(
                        "  " + lessons.resolve("my-course/course.yaml"),
                        "  " + lessons.resolve("my-course/01-say-hello/lesson.md"))
                .endsWith("  ./drydock lesson test " + lessons.resolve("my-course/01-say-hello"));
        Lesson lesson = read("my-course", "01-say-hello");
        assertThat(lesson.in(Locale.ENGLISH).title()).isEqualTo("Say hello");
        assertThat(lesson.tasks()).singleElement().satisfies(task -> {
            assertThat(task.check()).isInstanceOf(Script.Ready.class);
            assertThat(task.solve()).isInstanceOf(Script.Ready.class);
            assertThat(task.wrong()).hasSize(2);
        });
    }

    @Test
    void newWhenTheCourseHasFurtherLanguagesWritesEach() throws IOException {
        course("languages: [en, ko, de]\nlessons: []\n");

        assertThat(make("my-course/one").exitCode()).isZero();

        Lesson lesson = read("my-course", "one");
        assertThat(lesson.texts().languages()).containsExactly(Locale.ENGLISH, Locale.KOREAN, Locale.GERMAN);
        assertThat(lesson.in(Locale.KOREAN).tasks().getFirst().titleHtml()).contains("메모 쓰기");
        assertThat(lesson.tasks().getFirst().wrong().getFirst().expected().in(Locale.KOREAN))
                .isEqualTo("note.txt 파일이 비어 있습니다");
    }

    @Test
    void newWhenGivenAPathAndLanguagesWritesTheLessonThere() {
        Path place = lessons.resolve("my-course/one");

        CommandLineRun run = CommandLineRun.of("new", place.toString(), "--languages", "en,ko");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("  ./drydock lesson test " + place + "\n");
        assertThat(read("my-course", "one").texts().languages()).containsExactly(Locale.ENGLISH, Locale.KOREAN);
    }

    @Test
    void newWhenTheLanguagesCannotBeUsedRefusesAndWritesNothing() throws IOException {
        CommandLineRun run = make("my-course/one", "--languages", "en,korean");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("drydock: --languages 'en,korean' is not understood\n"
                        + "  What to do: write codes, each once, with commas between them: --languages en,ko\n");
        assertThat(lessons).isEmptyDirectory();

        Path yaml = course("lessons: []\n");
        assertThat(make("my-course/one", "--languages", "en,ko").err())
                .isEqualTo("drydock: the course has its languages already\n"
                        + "  What to do: leave --languages out, or edit " + yaml + "\n");
        assertThat(lessons.resolve("my-course/one")).doesNotExist();
    }

    @Test
    void newWhenTheFirstLanguageIsKoreanWritesItInKorean() throws IOException {
        course("languages: [ko]\nlessons: []\n");

        assertThat(make("my-course/one").exitCode()).isZero();

        assertThat(read("my-course", "one").in(Locale.KOREAN).tasks().getFirst().titleHtml())
                .contains("메모 쓰기");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lessons: []  # none yet\n",
                "lessons:\n# comment\nsummary: Short\n",
                "lessons:\n- zero\n",
                "lessons:\n    - zero # the first\n\nsummary: Short\n",
                "lessons: [zero]\n"
            })
    void newWhenTheCourseExistsAddsTheLessonToItsList(String rest) throws IOException {
        Path yaml = course(rest);
        if (rest.contains("zero")) {
            Files.createDirectories(lessons.resolve("my-course/zero"));
            Files.writeString(
                    lessons.resolve("my-course/zero/lesson.md"), "# Zero\n\n> [!QUIZ q] Q\n>\n> - [x] a\n> - [ ] b\n");
        }

        CommandLineRun run = make("my-course/one");

        assertThat(run.exitCode()).as(run.err() + Files.readString(yaml)).isZero();
        read("my-course", "one");
        assertThat(Files.readString(yaml)).contains(rest.contains("#") ? "#" : "", "one");
    }

    @Test
    void newWhenTheListCannotBeEditedLeavesEverythingAsItWas() throws IOException {
        Path yaml = course("lessons: [\n  zero\n]\n");
        String before = Files.readString(yaml);

        CommandLineRun run = make("my-course/one");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be added").contains("What to do: mend that file");
        assertThat(yaml).hasContent(before);
        assertThat(lessons.resolve("my-course/one")).doesNotExist();
    }

    @Test
    void newWhenTheLessonExistsRefuses() throws IOException {
        make("my-course/one");
        Path text = lessons.resolve("my-course/one/lesson.md");
        Files.writeString(text, "# Mine\n");

        CommandLineRun run = make("my-course/one");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is " + lessons.resolve("my-course/one") + " already");
        assertThat(text).hasContent("# Mine\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "my-course/", "My/one", "a/b/c", "../a/b", "a/_b", "a/b c"})
    void newWhenTheNameCannotBeUsedRefuses(String name) {
        assertThat(make(name).exitCode()).isEqualTo(2);
        assertThat(lessons).isEmptyDirectory();
    }

    private Path course(String rest) throws IOException {
        Path yaml = lessons.resolve("my-course/course.yaml");
        Files.createDirectories(yaml.getParent());
        return Files.writeString(yaml, "title: Mine\n" + rest);
    }

    private Lesson read(String course, String lesson) {
        Lessons read = Lessons.in(lessons);
        assertThat(read.problems()).isEmpty();
        return read.find(course, lesson).orElseThrow();
    }

    private CommandLineRun make(String name, String... more) {
        return CommandLineRun.of(Stream.concat(Stream.of("new", name, "--lessons", lessons.toString()), Stream.of(more))
                .toArray(String[]::new));
    }
}

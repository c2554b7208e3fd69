package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author is told about a lesson's text and scripts, and where. */
class LessonProblemTests {

    @TempDir
    Path directory;

    private Course101 course;

    @BeforeEach
    void makeCourse() {
        course = new Course101(directory);
    }

    @Test
    void problemsWhenEverythingIsRightReturnNone() {
        assertThat(course.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Text only ~ 1:1: A lesson starts with its title. Write '# The title' first.",
                "## Second level ~ 1:1: A lesson starts with its title. Write '# The title' first.",
                "---|summary: x|# T ~ 1:1: The front matter is not closed. Put a line '---' after it.",
                "---|summary: [a|---|# T ~ 2:12: This is not YAML: expected ',' or ']', but got <stream end>.",
                "---|summary: [a]|---|# T ~ 2:10: Write a text here.",
                "---|just text|---|# T ~ 2:1: Write 'key: value' lines here.",
                "---|minutes: soon|---|# T ~ 2:10: 'soon' is not a number of minutes. Write a whole number from 1 to 999.",
                "---|minuts: 5|---|# T ~ 2:9: 'minuts' means nothing here. The front matter knows summary,"
                        + " minutes, solutions, variables, terminals and translates.",
                "# T||# U ~ 3:1: A lesson has one '#' heading, its title. Use '##' here.",
                "# T||> [!TASK Run_It] x ~ 3:1: '[!TASK Run_It]' is not understood. Write [!TASK some-id] or [!TASK"
                        + " some-id points=5]; an id is lower-case letters, digits and single hyphens.",
                "# T||> [!TASK a-b points=0] x ~ 3:1: '[!TASK a-b points=0]' is not understood. Write [!TASK some-id]"
                        + " or [!TASK some-id points=5]; an id is lower-case letters, digits and single hyphens.",
                "# T||> [!TASK a-b] ~ 3:1: This task has no title. Write > [!TASK some-id] and its title on one line.",
                "# T||> [!TASK *a*] x ~ 3:1: This task's first line is not understood. Write > [!TASK some-id] and its"
                        + " title on one line.",
                "# T||- > [!TASK a] x ~ 3:3: A task stands on its own, not in a list or quote. Move it out.",
                "# T||> [!TASK a] x||> [!TASK a] y ~ 5:1: There is a task 'a' already. Give this one another id.",
                "# T||> [!TASK a] x|>|> <details>Help</details> ~ 5:3: This hint is not understood. Write"
                        + " <details><summary>…</summary>, an empty line, the hint, an empty line, </details>.",
                "# T||> [!TASK a] x|>|> <details><summary>S</summary>|>|> Text ~ 5:3: This hint is not closed. Write"
                        + " <details><summary>…</summary>, an empty line, the hint, an empty line, </details>.",
                "# T||> [!TASK a] x|>|> <details><summary>S</summary>|>|> Text|>|> </details>|> More ~ 9:3: Hints"
                        + " cannot hold others or touch them. Put an empty line after </details>.",
                "# T||> [!HINT]|> x ~ 3:1: There is no [!HINT]. Use NOTE, TIP, IMPORTANT, WARNING, CAUTION, TASK or QUIZ.",
                "# T||> [!NOTE] x ~ 3:1: [!NOTE] has to be alone on its line. Put the text on the next one.",
                "# T||```sh coyp|ls|``` ~ 3:1: 'coyp' means nothing behind a fence's language. Use copy,"
                        + " terminal=…, save=…, fails or stays, or leave it out.",
                "# T||See ![a box](b.png) ~ 3:5: There is no picture 'b.png' beside this file. Add it or correct the"
                        + " name.",
                "# T||![a box](https://a.example/b.png) ~ 3:1: 'https://a.example/b.png' is not a picture beside this"
                        + " file (png, jpg, gif, svg, webp). Put it here and write its name alone.",
                "# T||a [b](../c/lesson.md) ~ 3:3: There is no lesson 'c' in this course. Correct the name, or"
                        + " add it to lessons in course.yaml.",
                "# T||a [b](/logout) ~ 3:3: '/logout' is not an address that a lesson can link to. Use https://…,"
                        + " #heading or ../LESSON/lesson.md.",
            })
    void problemsWhenAFileIsWrongReturnWhereAndWhatToDo(String markdown, String problem) {
        course.lesson(markdown.replace('|', '\n')).delete("docker/one/check").delete("docker/one/solve");
        course.delete("docker/one/wrong");

        assertThat(course.open().problems().stream()
                        .filter(one -> one.rule() != Rule.FILE_MISSING && one.rule() != Rule.LESSON_EXERCISE)
                        .map(Problem::toString))
                .containsExactly("docker/one/lesson.md:" + problem);
    }

    @Test
    void problemsWhenAPictureHasNoDescriptionAskForOne() {
        course.write("docker/one/b.png", "").lesson(Course101.LESSON + "\n![](b.png)\n");

        assertThat(course.problems())
                .containsExactly("docker/one/lesson.md:9:1: This picture has no description. Write ![what it"
                        + " shows](b.png).");
    }

    @Test
    void checkWhenItIsMissingReturnsBrokenAndTheLessonStays() {
        course.delete("docker/one/check/say-hi.sh");

        assertThat(course.read().tasks().getFirst().check())
                .isEqualTo(new Script.Broken("docker/one/check/say-hi.sh", "This file is missing. Add it."));
        assertThat(course.problems()).containsExactly("docker/one/check/say-hi.sh:1:1: This file is missing. Add it.");
    }

    @Test
    void checkWhenItCannotBeRunReturnsBrokenWithTheRemedy() {
        assertThat(problemsOfCheck("#!/bin/sh\n", "rw-r--r--"))
                .containsExactly("docker/one/check/say-hi.sh:1:1: This script is not executable."
                        + " Run 'chmod +x docker/one/check/say-hi.sh'.");
        assertThat(problemsOfCheck("exit 0\n", "rwxr-xr-x"))
                .containsExactly("docker/one/check/say-hi.sh:1:1: This script does not say what runs it."
                        + " Make its first line '#!/bin/sh'.");
        assertThat(problemsOfCheck("#!/bin/sh\r\nexit 0\r\n", "rwxr-xr-x"))
                .containsExactly("docker/one/check/say-hi.sh:1:1: This script has Windows line ends."
                        + " Save it with Unix line ends (LF).");
        assertThat(problemsOfCheck("#!/bin/sh\n" + "#".repeat(70_000), "rwxr-xr-x"))
                .containsExactly("docker/one/check/say-hi.sh:1:1: This file is larger than 64 KiB. Make it smaller.");
        assertThat(course.read().tasks().getFirst().check()).isInstanceOf(Script.Broken.class);
    }

    @Test
    void tasksWhenScriptsAreRightReturnThem() {
        assertThat(course.read().task("say-hi")).get().satisfies(task -> {
            assertThat(task.check()).isEqualTo(new Script.Ready("docker/one/check/say-hi.sh", "#!/bin/sh\nexit 0\n"));
            assertThat(task.solve()).isEqualTo(new Script.Ready("docker/one/solve/say-hi.sh", "#!/bin/sh\necho hi\n"));
            assertThat(task.wrong()).hasSize(1);
            assertThat(task.wrong().getFirst().name()).isEqualTo("bye");
            assertThat(task.wrong().getFirst().expected().in(Locale.ENGLISH)).isEqualTo("Not bye");
            assertThat(task.wrong().getFirst().expected().in(Locale.KOREAN)).isEqualTo("안녕");
        });
    }

    @Test
    void problemsWhenScriptsBelongToNoTaskNameThem() {
        course.script("docker/one/check/say-hy.sh", "#!/bin/sh\n")
                .script("docker/one/wrong/other--x.sh", "#!/bin/sh\n")
                .script("docker/one/wrong/say-hi.sh", "#!/bin/sh\n");

        assertThat(course.problems())
                .containsExactly(
                        "docker/one/check/say-hy.sh:1:1: There is no task 'say-hy' in this lesson; its tasks are [say-hi]."
                                + " Rename or remove this file.",
                        "docker/one/wrong/other--x.sh:1:1: There is no task 'other' in this lesson; its tasks are [say-hi]."
                                + " Rename or remove this file.",
                        "docker/one/wrong/say-hi.sh:1:1: A wrong try is named TASK--NAME.sh, in lower case. Rename"
                                + " it.");
    }

    @Test
    void problemsWhenAWrongTryDeclaresNoMessageAskForIt() {
        course.script("docker/one/wrong/say-hi--bye.sh", "#!/bin/sh\n# expect en: x\n\n# expect ko: too late\n");

        assertThat(course.problems())
                .containsExactly("docker/one/wrong/say-hi--bye.sh:1:1: This wrong try does not declare its message."
                        + " Write '# expect ko: …' at its head.");
    }

    @Test
    void problemsWhenATranslationHasOtherTasksReturnBothListsAndTheFirstLanguageIsShown() {
        course.write("docker/one/lesson.ko.md", Course101.stamped("# 첫걸음\n\n> [!TASK say-bye] 잘 가\n> x\n"));

        assertThat(course.problems())
                .containsExactly("docker/one/lesson.ko.md:1:1: The tasks and quizzes here are [say-bye], in lesson.md"
                        + " they are [say-hi]. Make them the same, in the same order.");
        assertThat(course.read().in(Locale.KOREAN).title()).isEqualTo("First steps");
    }

    @Test
    void problemsWhenATranslationSaysOtherwiseReturnWhere() {
        course.write(
                "docker/one/lesson.ko.md",
                Course101.KOREAN.replace("---\n# ", "minutes: 5\n---\n# ").replace("say-hi]", "say-hi points=3]"));

        assertThat(course.problems())
                .containsExactly(
                        "docker/one/lesson.ko.md:3:10: 'minutes' is the same in every language. Write it only in"
                                + " lesson.md.",
                        "docker/one/lesson.ko.md:9:1: 'say-hi' has other points than in lesson.md. Leave them out"
                                + " here.");
        assertThat(course.read().in(Locale.KOREAN).language()).isEqualTo(Locale.KOREAN);
    }

    @Test
    void problemsWhenTranslationsAreMissingOrTooManyNameThem() throws Exception {
        Files.move(course.path("docker/one/lesson.ko.md"), course.path("docker/one/lesson.kr.md"));

        assertThat(course.problems())
                .containsExactly(
                        "docker/one/lesson.ko.md:1:1: This file is missing. Add it, or take 'ko' out of languages in"
                                + " course.yaml.",
                        "docker/one/lesson.kr.md:1:1: 'kr' is no further language of this course. Add it to languages"
                                + " in course.yaml, or remove this file.");
    }

    @Test
    void problemsWhenAFileIsNoTextSaySo() throws Exception {
        Files.write(course.path("docker/one/lesson.md"), "# 첫걸음".getBytes("EUC-KR"));
        assertThat(course.problems())
                .containsExactly("docker/one/lesson.md:1:1: This file is not UTF-8. Save it as UTF-8.");

        Files.write(
                course.path("docker/one/lesson.md"), ("\uFEFF" + Course101.LESSON).getBytes(StandardCharsets.UTF_8));
        assertThat(course.problems()).isEmpty();

        course.delete("docker/one/lesson.md");
        Files.createDirectory(course.path("docker/one/lesson.md"));
        assertThat(course.problems())
                .containsExactly("docker/one/lesson.md:1:1: This is not a file. Put a file of this name here.");
    }

    private List<String> problemsOfCheck(String text, String mode) {
        return course.write("docker/one/check/say-hi.sh", text)
                .mode("docker/one/check/say-hi.sh", mode)
                .problems();
    }
}

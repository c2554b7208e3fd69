package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author is told about a course, and what a course is. */
class CourseProblemTests {

    @TempDir
    Path directory;

    @Test
    void coursesWhenAllIsRightReturnThemByNameWithLessonsAsListed() {
        Course101 course = new Course101(directory)
                .write("apples/course.yaml", "title: Apples\nsummary: Green.\nlessons: []\n")
                .write("docker/zero/lesson.md", Course101.LESSON)
                .script("docker/zero/check/say-hi.sh", "#!/bin/sh\n")
                .script("docker/zero/solve/say-hi.sh", "#!/bin/sh\n")
                .write("docker/zero/lesson.ko.md", Course101.KOREAN)
                .write("docker/_draft/lesson.md", "nothing yet")
                .write("docker/course.yaml", "title: {en: Docker, ko: 도커}\nlanguages: [en, ko]\nlessons: [zero, one]\n")
                .write(".git/config", "")
                .write("README.md", "Not a course.");

        assertThat(course.open().courses()).extracting(Course::id).containsExactly("apples", "docker");
        Course docker = course.open().courses().getLast();
        assertThat(docker.title().in(Locale.KOREA)).isEqualTo("도커");
        assertThat(docker.languages()).containsExactly(Locale.ENGLISH, Locale.KOREAN);
        assertThat(docker.lessons()).extracting(Lesson::id).containsExactly("zero", "one");
        assertThat(course.open().courses().getFirst().summary().in(Locale.FRENCH))
                .isEqualTo("Green.");
        assertThat(course.open().find("docker", "nine")).isEmpty();
        assertThat(course.open().find("nine", "one")).isEmpty();
        assertThat(course.problems()).isEmpty();
    }

    @Test
    void machineTimesAreThoseThatTheCourseNames() {
        Course101 course = new Course101(directory)
                .write(
                        "docker/course.yaml",
                        "title: {en: T, ko: T}\nlanguages: [en, ko]\nlessons: [one]\nmachine: {pause-after: 45m, stop-after: 4h, grace: 5d}\n");
        assertThat(course.open().courses().getFirst().machineTimes())
                .isEqualTo(new MachineTimes(Duration.ofMinutes(45), Duration.ofHours(4), null, Duration.ofDays(5)));
        assertThat(course.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "lessons: [one] ~ 1:1: This course has no title. Write 'title: …'.",
                "title: T ~ 1:1: This course lists no lessons. Write 'lessons:' and a line '  - DIRECTORY' for each.",
                "title: T|title: U ~ 2:1: 'title' is here twice. Keep one.",
                "title: T|lessons: one ~ 2:10: Write a list here, for example [a, b].",
                "title: T|\tlessons: one ~ 2:1: This is not YAML: found character '\\t(TAB)' that cannot start any"
                        + " token. (Do not use \\t(TAB) for indentation).",
                "title: Docker: basics|lessons: [one] ~ 1:14: This is not YAML: mapping values are not allowed here."
                        + " Put a text with a colon in it into quotes: title: \"Docker: the basics\".",
                "title: [T]|lessons: [] ~ 1:8: Write a text here.",
                "title:|lessons: [] ~ 1:7: Write a text here.",
                "title: T|languages: []|lessons: [] ~ 2:12: There is no language here. Write at least one, for example"
                        + " [en].",
                "title: T|languages: [en, Korean]|lessons: [] ~ 2:17: 'Korean' is not a language, or here twice. Write"
                        + " codes such as en, ko, pt-BR.",
                "title: {ko: T}|languages: [en, ko]|lessons: [] ~ 1:8: Nothing here in 'en'. Add it.",
            })
    void coursesWhenTheFileIsBrokenReturnNoneAndSayWhy(String yaml, String problem) {
        Course101 course = new Course101(directory).write("docker/course.yaml", yaml.replace('|', '\n'));

        assertThat(course.open().courses()).isEmpty();
        assertThat(course.problems()).containsExactly("docker/course.yaml:" + problem);
    }

    @Test
    void problemsWhenTheCourseCanStillBeShownReturnThemAll() {
        Course101 course =
                new Course101(directory).write("docker/course.yaml", """
                title: {en: Docker, fr: Docker}
                languages: [en, ko]
                colour: blue
                lessons: [one, one, two, Three_3]
                """).write("docker/four/lesson.md", "# Four");

        assertThat(course.problems())
                .containsExactly(
                        "docker/course.yaml:1:8: Nothing here in 'ko'. Add it.",
                        "docker/course.yaml:1:25: 'fr' is not among the course's languages. Add it there, or remove it"
                                + " here.",
                        "docker/course.yaml:3:9: 'colour' means nothing here. A course knows title, summary, languages,"
                                + " lessons, solutions, variables, network, machine.",
                        "docker/course.yaml:4:16: 'one' is here twice. Keep one.",
                        "docker/course.yaml:4:21: There is no directory 'two' in this course. Add it, or remove it from"
                                + " this list.",
                        "docker/course.yaml:4:26: 'Three_3' cannot name a lesson. Use lower-case letters, digits and"
                                + " single hyphens.",
                        "docker/four/lesson.md:1:1: This lesson is not shown. Add 'four' to lessons in course.yaml, or"
                                + " start the directory's name with '_' while it is a draft.");
        assertThat(course.open().courses().getFirst().lessons()).hasSize(1);
    }

    @Test
    void problemsWhenADirectoryIsNoCourseSayWhatIsMissing() throws Exception {
        Files.createDirectories(directory.resolve("empty"));
        Files.createDirectories(directory.resolve("Not A Course"));
        Files.createDirectories(directory.resolve("blank"));
        Files.createFile(directory.resolve("blank/course.yaml"));

        assertThat(Lessons.in(directory).problems().stream().map(Problem::toString))
                .containsExactly(
                        "Not A Course:1:1: This cannot name a course. Use lower-case letters, digits and hyphens.",
                        "blank/course.yaml:1:1: This file is empty. Write title and lessons.",
                        "empty/course.yaml:1:1: Every directory here is a course and needs this file. Add it with title"
                                + " and lessons.");
    }

    @Test
    void problemsWhenThereAreNoLessonsSayWhatToDo() {
        assertThat(Lessons.in(directory).courses()).isEmpty();
        assertThat(Lessons.in(directory).problems())
                .containsExactly(new Problem(
                        ".", 1, 1, Rule.LESSONS_EMPTY, "There is no course in " + directory + ". Put one into it."));
        Path missing = directory.resolve("missing");
        assertThat(Lessons.in(missing).courses()).isEmpty();
        assertThat(Lessons.in(missing).problems())
                .containsExactly(new Problem(
                        ".",
                        1,
                        1,
                        Rule.LESSONS_MISSING,
                        "There is no directory " + missing + " that can be read. Make it and put a course into it, or"
                                + " name another (drydock.lessons)."));
    }
}

package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that there is a rule for is found, with its place and what to do. */
class RuleTests {

    @TempDir
    Path directory;

    static List<RuleCase> cases() {
        return Stream.of(CourseRuleCases.ALL, TextRuleCases.ALL, FileRuleCases.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void problemsWhenTheMistakeIsMadeReturnItAlone(RuleCase one) {
        Course101 course = new Course101(directory);
        one.mistake().accept(course);

        assertThat(course.open().problems())
                .extracting(problem -> problem.toString().replace(directory.toString(), "LESSONS"))
                .containsExactlyElementsOf(one.problems());
        assertThat(course.open().problems()).extracting(Problem::rule).contains(one.rule());
    }

    /** A mistake in Drydock, not in a course. */
    @Test
    void problemsWhenReadingFailsReturnWhichCourse() {
        Course101 course = new Course101(directory);

        assertThat(course.open(reader -> {
                            throw new IllegalStateException("for this test");
                        })
                        .problems())
                .containsExactly(
                        Problem.in(
                                "docker",
                                Rule.COURSE_UNREADABLE,
                                "This course cannot be read, which is a mistake in Drydock. Undo the last edit and report it."));
    }

    @Test
    void casesAreThereForEveryRule() {
        assertThat(cases().stream().map(RuleCase::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Rule.values())
                        .filter(rule -> rule != Rule.COURSE_UNREADABLE && rule != Rule.TEXT_SLOW)
                        .toList());
    }

    @Test
    void severityOfWhatStillWorksReturnsWarning() {
        assertThat(Stream.of(Rule.values()).filter(rule -> rule.severity() == Severity.WARNING))
                .containsExactlyInAnyOrder(
                        Rule.VARIABLE_UNUSED,
                        Rule.LESSON_EXERCISE,
                        Rule.IMAGE_UNUSED,
                        Rule.TRANSLATION_STALE,
                        Rule.TRANSLATION_UNSTAMPED);
    }
}

package dev.drydock.lesson;

import java.util.List;
import java.util.function.Consumer;

/**
 * A mistake that an author can make, and all that the author is told about it.
 *
 * @param mistake made in a course that is right in every way
 * @param problems as they are printed, with the lessons directory as {@code LESSONS}
 */
record RuleCase(Rule rule, Consumer<Course101> mistake, List<String> problems) {

    static RuleCase of(Rule rule, Consumer<Course101> mistake, String... problems) {
        return new RuleCase(rule, mistake, List.of(problems));
    }

    /** In the only text of the lesson, with {@code |} for the ends of lines; nothing is said about its scripts. */
    static RuleCase text(Rule rule, String markdown, String problem) {
        return of(rule, course -> course.lesson(markdown.replace('|', '\n')), "docker/one/lesson.md:" + problem);
    }

    /** Below a text that is right, from its line 9 on. */
    static RuleCase more(Rule rule, String markdown, String problem) {
        return text(rule, Course101.LESSON.replace('\n', '|') + "|" + markdown, problem);
    }

    /** In the course's file. */
    static RuleCase course(Rule rule, String yaml, String problem) {
        return of(
                rule,
                course -> course.lesson(Course101.LESSON).write("docker/course.yaml", yaml.replace('|', '\n')),
                "docker/course.yaml:" + problem);
    }

    @Override
    public String toString() {
        return rule.id();
    }
}

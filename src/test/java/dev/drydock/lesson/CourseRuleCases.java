package dev.drydock.lesson;

import static dev.drydock.lesson.RuleCase.course;
import static dev.drydock.lesson.RuleCase.of;

import java.nio.file.Path;
import java.util.List;

/** Mistakes in the lessons directory and in {@code course.yaml}. */
final class CourseRuleCases {

    static final List<RuleCase> ALL = List.of(
            of(
                    Rule.LESSONS_MISSING,
                    course -> course.delete(""),
                    ".:1:1: There is no directory LESSONS that can be read. Make it and put a course into it, or name"
                            + " another (drydock.lessons)."),
            of(
                    Rule.LESSONS_EMPTY,
                    course -> course.delete("docker"),
                    ".:1:1: There is no course in LESSONS. Put one into it."),
            of(
                    Rule.COURSE_NAME,
                    course -> course.directory("My Course"),
                    "My Course:1:1: This cannot name a course. Use lower-case letters, digits and hyphens."),
            of(
                    Rule.COURSE_LINK,
                    course -> course.link("linked", Path.of("docker")),
                    "linked:1:1: This is a link. Put the course's directory itself here."),
            course(Rule.COURSE_TITLE, "lessons: [one]", "1:1: This course has no title. Write 'title: …'."),
            of(
                    Rule.YAML_SYNTAX,
                    course -> course.write("docker/course.yaml", "title: [\n"),
                    "docker/course.yaml:2:1: This is not YAML: expected the node content, but found '<stream end>'."),
            course(
                    Rule.YAML_ALIAS,
                    "title: &t T|summary: *t|lessons: [one]",
                    "2:10: Aliases (*name) are not used here. Write it out."),
            course(Rule.YAML_VALUE, "title: T|lessons: one", "2:10: Write a list here, for example [a, b]."),
            course(Rule.YAML_KEY_TWICE, "title: T|title: U|lessons: [one]", "2:1: 'title' is here twice. Keep one."),
            course(
                    Rule.UNKNOWN_KEY,
                    "title: T|lessons: [one]|colour: blue",
                    "3:9: 'colour' means nothing here. A course knows title, summary, languages, lessons, solutions,"
                            + " variables, network, machine."),
            course(
                    Rule.LANGUAGE,
                    "title: T|lessons: [one]|languages: [english]",
                    "3:13: 'english' is not a language, or here twice. Write codes such as en, ko, pt-BR."),
            course(Rule.LESSON_LIST, "title: T|lessons: [one, one]", "2:16: 'one' is here twice. Keep one."),
            course(
                    Rule.LESSON_NAME,
                    "title: T|lessons: [one, Two]",
                    "2:16: 'Two' cannot name a lesson. Use lower-case letters, digits and single hyphens."),
            course(
                    Rule.LESSON_MISSING,
                    "title: T|lessons: [one, two]",
                    "2:16: There is no directory 'two' in this course. Add it, or remove it from this list."),
            of(
                    Rule.LESSON_UNLISTED,
                    course -> course.write("docker/two/lesson.md", "# Two"),
                    "docker/two/lesson.md:1:1: This lesson is not shown. Add 'two' to lessons in course.yaml, or start"
                            + " the directory's name with '_' while it is a draft."),
            course(
                    Rule.SOLUTIONS,
                    "title: T|lessons: [one]|solutions: sometimes",
                    "3:12: 'sometimes' does not say when solutions may be seen. Write after how many tries, 0 to 999,"
                            + " or never."),
            course(
                    Rule.VARIABLE_NAME,
                    "title: T|lessons: [one]|variables: {PATH: /bin}",
                    "3:19: 'PATH' cannot name a variable, or means something already. Use capitals, digits and _, such"
                            + " as APP_PORT."),
            course(
                    Rule.VARIABLE_VALUE,
                    "title: T|lessons: [one]|variables: {TWO_LINES: \"a\\nb\"}",
                    "3:24: The value of 'TWO_LINES' is not one line of at most 200 characters. Shorten it."),
            course(
                    Rule.NETWORK,
                    "title: T|lessons: [one]|network: host",
                    "3:10: 'host' cannot be had. Write 'internet' for a way to public addresses, where the host allows"
                            + " it, or 'none'."),
            course(
                    Rule.MACHINE_TIME,
                    "title: T|lessons: [one]|machine: {pause-after: 45}",
                    "3:24: '45' is not a time from 1m to 366d. Write minutes, hours or days, such as 45m, 4h or 60d."),
            course(
                    Rule.MACHINE_TIME,
                    "title: T|lessons: [one]|machine: {expire-after: 367d}",
                    "3:25: '367d' is not a time from 1m to 366d. Write minutes, hours or days, such as 45m, 4h or"
                            + " 60d."),
            course(
                    Rule.MACHINE_TIME,
                    "title: T|lessons: [one]|machine: {pause-after: 2h, stop-after: 119m}",
                    "3:40: This is shorter than pause-after: a machine is paused before it is stopped. Give the same or"
                            + " more."),
            course(
                    Rule.UNKNOWN_KEY,
                    "title: T|lessons: [one]|machine: {memory: 2GB}",
                    "3:19: 'memory' means nothing here. A machine knows pause-after, stop-after, expire-after, grace."),
            course(Rule.YAML_VALUE, "title: T|lessons: [one]|machine: 45m", "3:10: Write 'key: value' lines here."),
            of(
                    Rule.TRANSLATION_MISSING,
                    course ->
                            course.write("docker/course.yaml", "title: {en: T}\nlanguages: [en, ko]\nlessons: [one]\n"),
                    "docker/course.yaml:1:8: Nothing here in 'ko'. Add it."));

    private CourseRuleCases() {}
}

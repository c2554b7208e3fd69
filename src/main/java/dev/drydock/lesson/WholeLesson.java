package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what nothing in a lesson uses, and what a lesson as a whole lacks. */
final class WholeLesson {

    private final String directory;
    private final List<String> texts = new ArrayList<>();
    private final List<Problem> problems;

    /** @param directory as problems name it */
    WholeLesson(String directory, List<Problem> problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Adds Markdown without front matter. */
    void add(String markdown) {
        texts.add(markdown);
    }

    void lint(FrontMatter front, Lesson lesson) {
        if (lesson.exercises().isEmpty()) {
            problems.add(Problem.in(
                    directory + "/lesson.md",
                    Rule.LESSON_EXERCISE,
                    "There is nothing to do in this lesson. Add a task or a quiz."));
        }
        for (String image : lesson.images().keySet()) {
            if (texts.stream().noneMatch(text -> text.contains(image))) {
                problems.add(Problem.in(
                        directory + "/" + image,
                        Rule.IMAGE_UNUSED,
                        "No text of this lesson shows this picture. Show it, or remove it."));
            }
        }
        scripts(lesson).forEach(texts::add);
        for (Map.Entry<String, YamlNode> variable : front.variables().entrySet()) {
            Pattern use = Pattern.compile("\\b" + Pattern.quote(variable.getKey()) + "\\b");
            if (texts.stream().noneMatch(text -> use.matcher(text).find())) {
                problems.add(variable.getValue()
                        .problem(
                                Rule.VARIABLE_UNUSED,
                                "Nothing in this lesson uses '$" + variable.getKey() + "'. Use it, or remove it."));
            }
        }
    }

    private static Stream<String> scripts(Lesson lesson) {
        Stream<Script> tasks = lesson.tasks().stream()
                .flatMap(task -> Stream.concat(
                        Stream.of(task.check(), task.solve()),
                        task.wrong().stream().map(WrongTry::script)));
        return Stream.concat(tasks, Stream.ofNullable(lesson.start().setup()))
                .flatMap(script -> script instanceof Script.Ready ready ? Stream.of(ready.text()) : Stream.empty());
    }
}

package dev.drydock.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the scripts of one lesson: {@code check/ID.sh}, {@code solve/ID.sh}, {@code wrong/ID--NAME.sh}. */
final class TaskScripts {

    private static final Pattern WRONG = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)--([a-z0-9]+(?:-[a-z0-9]+)*)\\.sh");
    private static final Pattern EXPECT = Pattern.compile("#\\s*expect ([A-Za-z-]+):\\s*(.*?)\\s*");

    private final CourseFiles files;
    private final Path lesson;
    private final List<Locale> languages;
    private final List<Problem> problems;
    private final Scripts scripts;

    TaskScripts(CourseFiles files, Path lesson, List<Locale> languages, List<Problem> problems) {
        this.files = files;
        this.lesson = lesson;
        this.languages = languages;
        this.problems = problems;
        this.scripts = new Scripts(files, problems);
    }

    /** What stands behind each task and quiz, in the order given. */
    List<Exercise> read(Collection<ExerciseBlock> blocks) {
        Set<String> tasks = new LinkedHashSet<>();
        blocks.forEach(block -> {
            if (block instanceof TaskBlock) {
                tasks.add(block.id());
            }
        });
        Map<String, List<WrongTry>> wrong = wrongTries(tasks);
        List<Exercise> exercises = new ArrayList<>();
        for (ExerciseBlock block : blocks) {
            exercises.add(
                    switch (block) {
                        case TaskBlock task -> task(task, wrong.getOrDefault(task.id(), List.of()));
                        case QuizBlock quiz -> quiz.quiz();
                    });
        }
        refuseStrangers("check", tasks);
        refuseStrangers("solve", tasks);
        return exercises;
    }

    private Task task(TaskBlock block, List<WrongTry> wrong) {
        String file = block.id() + ".sh";
        return new Task(
                block.id(),
                block.points(),
                scripts.read(lesson.resolve("check").resolve(file)),
                scripts.read(lesson.resolve("solve").resolve(file)),
                wrong);
    }

    private Map<String, List<WrongTry>> wrongTries(Set<String> tasks) {
        Map<String, List<WrongTry>> tries = new LinkedHashMap<>();
        for (Path file : files.list(lesson.resolve("wrong"))) {
            Matcher name = WRONG.matcher(file.getFileName().toString());
            if (!name.matches()) {
                problems.add(bad(file, Rule.WRONG_NAME, "A wrong try is named TASK--NAME.sh, in lower case. Rename it.")
                        .problem());
            } else if (!tasks.contains(name.group(1))) {
                problems.add(stranger(file, name.group(1), tasks));
            } else {
                wrongTry(file, name.group(2))
                        .ifPresent(one -> tries.computeIfAbsent(name.group(1), task -> new ArrayList<>())
                                .add(one));
            }
        }
        return tries;
    }

    private Optional<WrongTry> wrongTry(Path file, String name) {
        Script script = scripts.read(file);
        if (!(script instanceof Script.Ready ready)) {
            return Optional.empty();
        }
        Map<Locale, String> expected = expected(ready);
        for (Locale language : languages) {
            if (!expected.containsKey(language)) {
                problems.add(Problem.in(
                        ready.file(),
                        Rule.WRONG_MESSAGE,
                        "This wrong try does not declare its message. Write '# expect " + language.toLanguageTag()
                                + ": …' at its head."));
            }
        }
        return expected.containsKey(languages.getFirst())
                ? Optional.of(new WrongTry(name, script, new Localized<>(languages.getFirst(), expected)))
                : Optional.empty();
    }

    private static Map<Locale, String> expected(Script.Ready script) {
        Map<Locale, String> expected = new LinkedHashMap<>();
        script.head().forEach(line -> {
            Matcher expect = EXPECT.matcher(line);
            if (expect.matches() && !expect.group(2).isEmpty()) {
                expected.put(Locale.forLanguageTag(expect.group(1)), expect.group(2));
            }
        });
        return expected;
    }

    private void refuseStrangers(String directory, Set<String> tasks) {
        for (Path file : files.list(lesson.resolve(directory))) {
            String id = file.getFileName().toString().replaceFirst("\\.sh$", "");
            if (!tasks.contains(id)) {
                problems.add(stranger(file, id, tasks));
            }
        }
    }

    private Problem stranger(Path file, String id, Set<String> tasks) {
        return bad(
                        file,
                        Rule.SCRIPT_STRANGER,
                        "There is no task '" + id + "' in this lesson; its tasks are " + tasks
                                + ". Rename or remove this file.")
                .problem();
    }

    private BadFileException bad(Path file, Rule rule, String message) {
        return new BadFileException(Problem.in(files.name(file), rule, message));
    }
}

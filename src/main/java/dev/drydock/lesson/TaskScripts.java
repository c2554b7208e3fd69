package dev.drydock.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the scripts of one lesson: {@code check/ID.sh}, {@code solve/ID.sh}, {@code wrong/ID--NAME.sh}. */
final class TaskScripts {

    private static final int SIZE_LIMIT = 64 * 1024;
    private static final Pattern WRONG = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)--([a-z0-9]+(?:-[a-z0-9]+)*)\\.sh");
    private static final Pattern INTERPRETER = Pattern.compile("#! ?/[^\\s]+.*");
    private static final Pattern EXPECT = Pattern.compile("#\\s*expect ([A-Za-z-]+):\\s*(.*?)\\s*");

    private final CourseFiles files;
    private final Path lesson;
    private final List<Locale> languages;
    private final List<Problem> problems;

    TaskScripts(CourseFiles files, Path lesson, List<Locale> languages, List<Problem> problems) {
        this.files = files;
        this.lesson = lesson;
        this.languages = languages;
        this.problems = problems;
    }

    /** The tasks with their scripts, in the order given. */
    List<Task> read(Map<String, Integer> pointsByTask) {
        Map<String, List<WrongTry>> wrong = wrongTries(pointsByTask.keySet());
        List<Task> tasks = new ArrayList<>();
        pointsByTask.forEach((id, points) -> tasks.add(new Task(
                id,
                points,
                script(lesson.resolve("check").resolve(id + ".sh")),
                script(lesson.resolve("solve").resolve(id + ".sh")),
                wrong.getOrDefault(id, List.of()))));
        refuseStrangers("check", pointsByTask.keySet());
        refuseStrangers("solve", pointsByTask.keySet());
        return tasks;
    }

    private Script script(Path file) {
        String name = files.name(file);
        try {
            return new Script.Ready(name, checked(file));
        } catch (BadFileException e) {
            problems.add(e.problem());
            return new Script.Broken(name, e.problem().message());
        }
    }

    private String checked(Path file) throws BadFileException {
        String text = files.text(file, SIZE_LIMIT);
        String first = text.lines().findFirst().orElse("");
        if (!INTERPRETER.matcher(first).matches()) {
            throw bad(
                    file,
                    Rule.SCRIPT_INTERPRETER,
                    "This script does not say what runs it. Make its first line '#!/bin/sh'.");
        }
        if (text.contains("\r\n")) {
            throw bad(
                    file,
                    Rule.SCRIPT_LINE_ENDS,
                    "This script has Windows line ends. Save it with Unix line ends (LF).");
        }
        if (!isExecutable(file)) {
            throw bad(
                    file, Rule.SCRIPT_MODE, "This script is not executable. Run 'chmod +x " + files.name(file) + "'.");
        }
        return text;
    }

    private static boolean isExecutable(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return Files.isExecutable(file);
        }
    }

    private Map<String, List<WrongTry>> wrongTries(Set<String> tasks) {
        Map<String, List<WrongTry>> tries = new LinkedHashMap<>();
        for (Path file : files.list(lesson.resolve("wrong"))) {
            Matcher name = WRONG.matcher(file.getFileName().toString());
            if (!name.matches()) {
                problems.add(bad(file, Rule.WRONG_NAME, "A wrong try is named TASK--NAME.sh, in lower case. Rename it.")
                        .problem());
            } else if (!tasks.contains(name.group(1))) {
                problems.add(stranger(file, name.group(1)));
            } else {
                wrongTry(file, name.group(2))
                        .ifPresent(one -> tries.computeIfAbsent(name.group(1), task -> new ArrayList<>())
                                .add(one));
            }
        }
        return tries;
    }

    private Optional<WrongTry> wrongTry(Path file, String name) {
        Script script = script(file);
        if (!(script instanceof Script.Ready ready)) {
            return Optional.empty();
        }
        Map<Locale, String> expected = expected(ready.text());
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

    /** From the comments at the head, up to the first line that is not one. */
    private static Map<Locale, String> expected(String text) {
        Map<Locale, String> expected = new LinkedHashMap<>();
        text.lines().takeWhile(line -> line.startsWith("#")).forEach(line -> {
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
                problems.add(stranger(file, id));
            }
        }
    }

    private Problem stranger(Path file, String id) {
        return bad(
                        file,
                        Rule.SCRIPT_STRANGER,
                        "There is no task '" + id + "' in this lesson. Rename or remove this file.")
                .problem();
    }

    private BadFileException bad(Path file, Rule rule, String message) {
        return new BadFileException(Problem.in(files.name(file), rule, message));
    }
}

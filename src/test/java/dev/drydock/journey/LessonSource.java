package dev.drydock.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What only the author of a lesson knows: the right answers, and how its tasks are solved. */
record LessonSource(Path directory) {

    private static final Path COURSE = Path.of("lessons/docker-basics");
    private static final Pattern ENTRY = Pattern.compile("(?m)^  - ([0-9]{2}-[a-z0-9-]+)$");
    private static final Pattern CHOICE = Pattern.compile("^> - \\[([ x])].*");

    /** The lessons of our course, in its order. */
    static List<LessonSource> course() {
        Matcher entry = ENTRY.matcher(read(COURSE.resolve("course.yaml")));
        return entry.results()
                .map(found -> new LessonSource(COURSE.resolve(found.group(1))))
                .toList();
    }

    String id() {
        return directory.getFileName().toString();
    }

    /** Where its page is. */
    String path() {
        return "/courses/docker-basics/lessons/" + id();
    }

    /** The right choices of a quiz, counted from 0. */
    List<Integer> right(String quiz) {
        List<Integer> right = new ArrayList<>();
        int choice = 0;
        for (String line : quizLines(quiz)) {
            Matcher found = CHOICE.matcher(line);
            if (found.matches()) {
                if (found.group(1).equals("x")) {
                    right.add(choice);
                }
                choice++;
            }
        }
        return right;
    }

    /** The commands that solve a task, as a learner would type them. */
    String solution(String task) {
        return read(directory.resolve("solve").resolve(task + ".sh"))
                .lines()
                .dropWhile(line -> line.startsWith("#"))
                .filter(line -> !line.startsWith("set "))
                .collect(Collectors.joining("\n"));
    }

    /** Whether the fence with this command is marked with the word: {@code fails} or {@code stays}. */
    boolean isMarked(String command, String word) {
        String fence = "(?m)^```sh\\b[^\\n]*\\b" + word + "\\b[^\\n]*\\n" + Pattern.quote(command.strip()) + "\\n```$";
        return Pattern.compile(fence).matcher(text()).find();
    }

    private List<String> quizLines(String quiz) {
        return text().lines()
                .dropWhile(line ->
                        !line.startsWith("> [!QUIZ " + quiz + " ") && !line.startsWith("> [!QUIZ " + quiz + "]"))
                .takeWhile(line -> line.startsWith(">"))
                .toList();
    }

    private String text() {
        return read(directory.resolve("lesson.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

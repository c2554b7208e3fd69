package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A course of tasks without a text to speak of, each with a checker that a test needs. */
final class TroubleCourse {

    private static final Map<String, String> CHECKERS = new LinkedHashMap<>();

    static {
        CHECKERS.put("not-yet", "not_yet 'Expected a <b>file</b>, saw none.'");
        CHECKERS.put("exit-two", "broken 'the checker has lost its way'");
        CHECKERS.put("silent", "exit 1");
        CHECKERS.put("no-run-bit", "exit 0");
        CHECKERS.put("no-interpreter", "exit 0");
        CHECKERS.put("hangs", "sleep 1000");
        CHECKERS.put(
                "talks",
                "head -c 10000000 /dev/zero | tr '\\0' 'x'\n"
                        + "head -c 10000000 /dev/zero | tr '\\0' 'y' >&2\n"
                        + "head -c 10000000 /dev/zero | tr '\\0' 'z' >&3\n"
                        + "exit 3");
        CHECKERS.put(
                "first-only",
                "docker volume inspect first >/dev/null 2>&1 && not_yet 'It was there before.'\n"
                        + "docker volume create first >/dev/null\n"
                        + "pass");
        // No two networks may have one name: who finds it taken has been let in beside another.
        CHECKERS.put(
                "one-at-a-time",
                "docker network create busy >/dev/null || broken 'not alone'\n"
                        + "sleep 1\n"
                        + "docker network rm busy >/dev/null\n"
                        + "pass");
    }

    private TroubleCourse() {}

    static void write(Path course) throws IOException {
        Path lesson = course.resolve("01-checks");
        Files.createDirectories(lesson.resolve("check"));
        StringBuilder text = new StringBuilder("# Checks\n");
        for (Map.Entry<String, String> checker : CHECKERS.entrySet()) {
            String task = checker.getKey();
            text.append("\n> [!TASK %s] **The task %s**\n>\n> Nothing to do.\n".formatted(task, task));
            Path file = lesson.resolve("check").resolve(task + ".sh");
            String program = task.equals("no-interpreter") ? "#!/no/such/program" : "#!/bin/sh";
            Files.writeString(file, program + "\n. check.sh\n" + checker.getValue() + "\n");
            String mode = task.equals("no-run-bit") ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
        Files.writeString(lesson.resolve("lesson.md"), text);
        Files.writeString(course.resolve("course.yaml"), "title: Trouble\nlessons:\n  - 01-checks\n");
    }

    static void remove(Path course) throws IOException {
        try (Stream<Path> files = Files.walk(course)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    /** A check needs a machine; the button of an unreachable task makes one. */
    static void haveAMachine(Visitor learner) {
        String lesson = "/courses/trouble/lessons/01-checks";
        assertThat(learner.post(lesson, lesson + "/tasks/not-yet/start").statusCode())
                .isIn(302, 303);
    }
}

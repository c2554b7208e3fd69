package dev.drydock.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.regex.Pattern;

/** Reads scripts, and says of each whether it can be run. */
final class Scripts {

    private static final int SIZE_LIMIT = 64 * 1024;
    private static final Pattern INTERPRETER = Pattern.compile("#! ?/[^\\s]+.*");

    private final CourseFiles files;
    private final List<Problem> problems;

    Scripts(CourseFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    Script read(Path file) {
        String name = files.name(file);
        try {
            return new Script.Ready(name, checked(file, name));
        } catch (BadFileException e) {
            problems.add(e.problem());
            return new Script.Broken(name, e.problem().message());
        }
    }

    private String checked(Path file, String name) throws BadFileException {
        String text = files.text(file, SIZE_LIMIT);
        String first = text.lines().findFirst().orElse("");
        if (!INTERPRETER.matcher(first).matches()) {
            throw bad(
                    name,
                    Rule.SCRIPT_INTERPRETER,
                    "This script does not say what runs it. Make its first line '#!/bin/sh'.");
        }
        if (text.contains("\r\n")) {
            throw bad(
                    name,
                    Rule.SCRIPT_LINE_ENDS,
                    "This script has Windows line ends. Save it with Unix line ends (LF).");
        }
        if (!isExecutable(file)) {
            throw bad(name, Rule.SCRIPT_MODE, "This script is not executable. Run 'chmod +x " + name + "'.");
        }
        return text;
    }

    static boolean isExecutable(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return Files.isExecutable(file);
        }
    }

    private static BadFileException bad(String name, Rule rule, String message) {
        return new BadFileException(Problem.in(name, rule, message));
    }
}

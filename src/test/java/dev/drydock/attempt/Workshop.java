package dev.drydock.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A course that brings along something of everything that a lesson can: files and a setup, quizzes, solutions, a file to save. */
final class Workshop {

    static final String PATH = "/courses/workshop/lessons/01-bench";

    private static final String TEXT = """
            # A bench for $LEARNER

            ```yaml save=~/plans/bench.yaml
            for: $LEARNER
            ```

            > [!QUIZ wood points=2] **Which wood?**
            >
            > - [ ] Pine
            > - [x] Oak
            >
            > Oak lasts longest.

            > [!QUIZ tools] **Which tools?**
            >
            > - [x] A saw
            > - [x] A hammer
            > - [ ] A spoon

            > [!TASK saw points=5] **Saw**
            >
            > Make `~/board`.

            > [!TASK nail points=5] **Nail**
            >
            > Make `~/bench`.
            """;
    private static final String CHECK = """
            #!/bin/sh
            set -eu
            . check.sh
            machine-file stat /root/%1$s >/dev/null || not_yet "No %1$s, $LEARNER, and quizzes passed: <$QUIZZES_PASSED>."
            """;
    private static final String SOLUTION = "#!/bin/sh\n# The author's way.\nset -eu\ntouch ~/%s\n";

    private final Path lesson;

    private Workshop(Path lesson) {
        this.lesson = lesson;
    }

    static Workshop write(Path lessons) throws IOException {
        Path course = Files.createDirectories(lessons.resolve("workshop"));
        Workshop workshop = new Workshop(course.resolve("01-bench"));
        for (String directory : new String[] {"check", "solve", "files"}) {
            Files.createDirectories(workshop.lesson.resolve(directory));
        }
        workshop.text(TEXT);
        workshop.script("check/saw.sh", CHECK.formatted("board"));
        workshop.script("check/nail.sh", CHECK.formatted("bench"));
        workshop.script("solve/saw.sh", SOLUTION.formatted("board"));
        workshop.script("solve/nail.sh", SOLUTION.formatted("bench"));
        workshop.script("setup.sh", "#!/bin/sh\nset -eu\ncat ~/wood.txt >> ~/setup.log\n");
        Files.writeString(workshop.lesson.resolve("files/wood.txt"), "oak\n");
        Files.writeString(course.resolve("course.yaml"), "title: Workshop\nsolutions: 2\nlessons:\n  - 01-bench\n");
        return workshop;
    }

    /** Gives the lesson another text. */
    void text(String text) throws IOException {
        Files.writeString(lesson.resolve("lesson.md"), text);
    }

    /** Renames the first task, as an author may do while learners are in the lesson. */
    void renameSaw() throws IOException {
        script("check/cut.sh", CHECK.formatted("board"));
        script("solve/cut.sh", SOLUTION.formatted("board"));
        text(TEXT.replace("[!TASK saw", "[!TASK cut"));
    }

    /** Adds a paragraph: who sees it gets everything else that was changed before as well. */
    void add(String words) throws IOException {
        text(TEXT + "\n" + words + "\n");
    }

    void script(String name, String content) throws IOException {
        Path file = lesson.resolve(name);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

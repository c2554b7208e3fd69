package dev.drydock.authoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson new}: a lesson to begin with, which lints clean and proves. */
@Command(
        name = "new",
        description = {
            "Makes a small lesson to begin with: a text, one task, its checker, solution and two wrong tries.",
            "Makes the course where there is none, and lists the lesson in its course.yaml. Never overwrites."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:made", "2:not made: the name cannot be used, or is"})
final class NewCommand implements Callable<Integer> {

    private static final String ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile("(" + ID + ")/(" + ID + ")");

    @Parameters(
            paramLabel = "COURSE/LESSON",
            description = "Both are lower-case letters, digits and single hyphens: my-course/01-hello.")
    String name = "";

    @Mixin
    LessonsOption lessons = new LessonsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Matcher match = NAME.matcher(name);
        if (!match.matches()) {
            throw new Refusal(
                    "'" + name + "' cannot name a lesson",
                    "write COURSE/LESSON, both in lower-case letters, digits and single hyphens: my-course/01-hello");
        }
        NewLesson made = new NewLesson(lessons.directory, match.group(1), match.group(2));
        made.write();
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : made.files()) {
            out.println("  " + file);
        }
        out.println("Next: put your own words and commands into these files; then");
        out.println("  ./drydock lesson lint " + name);
        out.println("  ./drydock lesson test " + name);
        return LessonCommand.FINE;
    }
}

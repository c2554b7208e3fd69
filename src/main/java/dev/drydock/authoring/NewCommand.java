package dev.drydock.authoring;

import dev.drydock.command.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    private static final Pattern NAME = Pattern.compile("(?:(/.*)/)?(" + ID + ")/(" + ID + ")/?");

    @Parameters(
            paramLabel = "COURSE/LESSON",
            description = "Both are lower-case letters, digits and single hyphens: my-course/01-hello. For a course"
                    + " elsewhere: the whole path, /home/me/my-course/01-hello.")
    String name = "";

    @Option(
            names = "--languages",
            paramLabel = "CODES",
            description = "Of a new course, the first one first: en,ko (default: en).")
    @Nullable
    String languages;

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
                    "write COURSE/LESSON, or the whole path of one that lies elsewhere, both in lower-case letters, digits"
                            + " and single hyphens: my-course/01-hello");
        }
        Path directory = match.group(1) == null ? lessons.directory : Path.of(match.group(1));
        NewLesson made = new NewLesson(directory, match.group(2), match.group(3));
        made.write(tags(languages));
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : made.files()) {
            out.println("  " + file);
        }
        out.println("Next: put your own words and commands into these files; then");
        String again = spec.commandLine().getParseResult().hasMatchedOption("--lessons")
                ? made.directory().toString()
                : name;
        out.println("  ./drydock lesson preview " + again);
        out.println("  ./drydock lesson lint --strict " + again);
        out.println("  ./drydock lesson test " + again);
        return LessonCommand.FINE;
    }

    private static List<Locale> tags(@Nullable String languages) {
        if (languages == null) {
            return List.of();
        }
        List<String> tags = List.of(languages.split(" *, *"));
        for (String tag : tags) {
            if (!tag.matches("[a-z]{2,3}(-[A-Z]{2})?") || tags.indexOf(tag) != tags.lastIndexOf(tag)) {
                throw new Refusal(
                        "--languages '" + languages + "' is not understood",
                        "write codes, each once, with commas between them: --languages en,ko");
            }
        }
        return tags.stream().map(Locale::forLanguageTag).toList();
    }
}

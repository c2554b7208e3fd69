package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.command.Refusal;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.SourceDigest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson stamp}: the author's word that the translations say what lesson.md says now. */
@Command(
        name = "stamp",
        description = {
            "Writes into each translation which lesson.md it is a translation of ('translates' in its front matter).",
            "Say it when a translation is up to date; lint warns as soon as lesson.md has changed since."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stamped", "2:there is no such course or lesson, or a file cannot be written"})
final class StampCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "COURSE, COURSE/LESSON, or the path of one (default: all lessons).")
    @Nullable
    String path;

    @Mixin
    LessonsOption lessons = new LessonsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before anything runs
    CommandSpec spec;

    @Override
    public Integer call() {
        Selection selection = Selection.of(lessons.directory, path);
        Lessons read = Lessons.in(selection.root());
        int stamped = 0;
        for (Chosen chosen : selection.lessons(read, selection.problems(read))) {
            List<Locale> languages = chosen.course().languages();
            Path lesson = selection.root().resolve(chosen.name());
            for (Locale language : languages.subList(1, languages.size())) {
                Path translation = lesson.resolve("lesson." + language.toLanguageTag() + ".md");
                if (Files.exists(translation) && stamp(lesson.resolve("lesson.md"), translation)) {
                    spec.commandLine().getOut().println("  " + selection.shown(relative(selection, translation)));
                    stamped++;
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(stamped == 0 ? "nothing to stamp" : Words.count(stamped, "translation") + " stamped");
        return LessonCommand.FINE;
    }

    private static String relative(Selection selection, Path file) {
        return selection.root().relativize(file).toString();
    }

    private static boolean stamp(Path source, Path translation) {
        try {
            String before = Files.readString(translation);
            String after = TranslationStamp.put(before, SourceDigest.of(Files.readString(source)));
            if (after.equals(before)) {
                return false;
            }
            Files.writeString(translation, after);
            return true;
        } catch (IOException e) {
            throw new Refusal(translation + " cannot be stamped: " + e.getMessage(), "make it readable and writable");
        }
    }
}

package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Problem;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.WrongTry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson lint}: what can be seen without running anything. */
@Command(
        name = "lint",
        description = {
            "Reads the lessons and says what their authors have to put right, as FILE:LINE:COLUMN.",
            "Looks over the scripts with shellcheck where that is installed. Needs neither server nor engine."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors", "1:errors, with --strict also warnings", "2:there is no such course or lesson"})
final class LintCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "COURSE, COURSE/LESSON, or the path of one (default: all lessons).")
    @Nullable
    String path;

    @Option(names = "--json", description = "For programs: {lessons, shellcheck, problems: [{file, line, …}]}.")
    boolean json;

    @Option(names = "--sarif", description = "For code hosts and editors: SARIF 2.1.0.")
    boolean sarif;

    @Option(names = "--strict", description = "Warnings count like errors.")
    boolean strict;

    @Option(
            names = "--shellcheck",
            paramLabel = "PROGRAM",
            defaultValue = "shellcheck",
            description = "The shellcheck to use (default: the one on the PATH).")
    String shellcheck = "shellcheck";

    /** The launcher says it with a system property. */
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = "${sys:drydock.cache}",
            description = "Where to keep what shellcheck has said (default: the launcher's cache directory).")
    @Nullable
    Path cache;

    @Mixin
    LessonsOption lessons = new LessonsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before anything runs
    CommandSpec spec;

    @Override
    public Integer call() {
        Selection selection = Selection.of(lessons.directory, path);
        Lessons read = Lessons.in(selection.root());
        List<Problem> problems = selection.problems(read);
        List<Chosen> chosen = selection.lessons(read, problems);
        Optional<List<Finding>> checked =
                new ShellCheck(shellcheck, ShellCheckCache.in(cache)).over(scripts(chosen), selection);
        List<Finding> findings = new ArrayList<>(checked.orElse(List.of()));
        problems.forEach(problem -> findings.add(Finding.of(problem, selection)));
        findings.addAll(withoutInternet(chosen, selection));
        findings.sort(null);
        LintReport report = new LintReport(chosen.size(), checked.isPresent(), findings);
        spec.commandLine().getOut().println(sarif ? report.sarif() : json ? report.json() : report.text());
        return findings.stream().anyMatch(finding -> strict || finding.isError())
                ? LessonCommand.PROBLEMS
                : LessonCommand.FINE;
    }

    /** A lesson would be learnt without what it asks for. */
    private static List<Finding> withoutInternet(List<Chosen> chosen, Selection selection) {
        return HostSettings.read().internet().allowed()
                ? List.of()
                : chosen.stream()
                        .filter(one -> one.lesson().start().internet())
                        .map(one -> selection.shown(one.course().id() + "/course.yaml"))
                        .distinct()
                        .map(file -> new Finding(
                                file,
                                1,
                                1,
                                "warning",
                                "This course asks for the internet, which this host does not allow: its learners go without."
                                        + " Whoever hosts it can set DRYDOCK_INTERNET_ALLOWED=true.",
                                "network-refused"))
                        .toList();
    }

    private static List<Script.Ready> scripts(List<Chosen> chosen) {
        return chosen.stream()
                .flatMap(one -> one.lesson().tasks().stream())
                .flatMap(LintCommand::scripts)
                .flatMap(script -> script instanceof Script.Ready ready ? Stream.of(ready) : Stream.empty())
                .toList();
    }

    private static Stream<Script> scripts(Task task) {
        return Stream.concat(
                Stream.of(task.check(), task.solve()), task.wrong().stream().map(WrongTry::script));
    }
}

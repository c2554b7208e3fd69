package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Problem;
import dev.drydock.lesson.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson test}: the proof. */
@Command(
        name = "test",
        description = {
            "Proves lessons on machines of their own. Of each task it shows, always from the task's start (a fresh"
                    + " machine with the solutions of the tasks before it):",
            "  - the check says \"not yet\", with a message, in each of the course's languages;",
            "  - after each wrong try it says what the try declares, in each language;",
            "  - after the solution it passes; and at the start again, it does not.",
            "Everything it makes is removed, also after Ctrl-C."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:proven", "1:problems or failed steps", "2:the proof could not be made"})
final class TestCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "COURSE, COURSE/LESSON, or the path of one (default: all lessons).")
    @Nullable
    String path;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Prove everything N times, and say which steps do not always come out alike.")
    int repeat = 1;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Prove N tasks at the same time (default: 1; each takes some 100 MiB of memory).")
    int jobs = 1;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a JUnit XML report as well.")
    @Nullable
    Path report;

    @Mixin
    LessonsOption lessons = new LessonsOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before anything runs
    CommandSpec spec;

    @Override
    public Integer call() {
        between(repeat, 1000, "--repeat");
        between(jobs, 64, "--jobs");
        PrintWriter out = spec.commandLine().getOut();
        Selection selection = Selection.of(lessons.directory, path);
        Lessons read = Lessons.in(selection.root());
        List<Problem> problems = selection.problems(read).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        List<Chosen> chosen = selection.lessons(read, problems);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> out.println(Finding.of(problem, selection)));
            out.println(Words.count(problems.size(), "problem") + " to put right before anything can be proven");
            return LessonCommand.PROBLEMS;
        }
        Summary summary = prove(chosen, out);
        if (report != null) {
            JUnitReport.write(report, summary.proofs());
        }
        return summary.failed() == 0 ? LessonCommand.FINE : LessonCommand.PROBLEMS;
    }

    private Summary prove(List<Chosen> chosen, PrintWriter out) {
        long began = System.nanoTime();
        Summary summary = new Summary(repeat);
        Progress progress = new Progress(out, repeat);
        out.println("· making a throw-away instance …");
        try (ThrowAwayInstance instance = ThrowAwayInstance.open()) {
            new Proof(instance, instance.checker(), Proof.SCRIPT_LIMIT, proof -> {
                        if (!instance.isClosed()) {
                            summary.add(proof);
                            progress.show(proof);
                        }
                    })
                    .of(chosen, repeat, jobs);
        }
        summary.flaky().forEach(step -> out.println("flaky   " + step));
        out.println(summary + ", " + Words.seconds(Duration.ofNanos(System.nanoTime() - began)));
        return summary;
    }

    private static void between(int value, int most, String option) {
        if (value < 1 || value > most) {
            throw new Refusal(option + " " + value + " is not possible", "give a number from 1 to " + most);
        }
    }
}

package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.command.Refusal;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Problem;
import dev.drydock.lesson.Severity;
import dev.drydock.lesson.Task;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
                    + " machine with the lesson's files and setup and the solutions of the tasks before it):",
            "  - the check says \"not yet\", with a message, in each of the course's languages;",
            "  - after each wrong try it says what the try declares, in each language;",
            "  - after the solution it passes; and at the start again, it does not.",
            "Of each lesson, that its setup can be repeated, and that who types its text's commands one after another"
                    + " gets through all of its tasks.",
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
            description = "Prove N things at the same time (default: 1; each takes two machines of some 100 MiB).")
    int jobs = 1;

    @Option(names = "--task", paramLabel = "ID", description = "Prove only this task of the one lesson named by PATH.")
    @Nullable
    String task;

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
        refuseWithoutInternet(chosen);
        Summary summary = prove(chosen, only(chosen), out);
        if (report != null) {
            JUnitReport.write(report, summary.proofs());
        }
        return summary.failed() == 0 ? LessonCommand.FINE : LessonCommand.PROBLEMS;
    }

    /** Half of such a course would fail, and nobody would see why. */
    private static void refuseWithoutInternet(List<Chosen> chosen) {
        chosen.stream()
                .filter(one -> one.lesson().start().internet())
                .filter(one -> !HostSettings.read().internet().allowed())
                .findFirst()
                .ifPresent(one -> {
                    throw new Refusal(
                            one.course().id() + " asks for the internet, and this host does not allow it to machines",
                            "allow it for the proof: DRYDOCK_INTERNET_ALLOWED=true ./drydock lesson test "
                                    + one.course().id());
                });
    }

    private @Nullable Task only(List<Chosen> chosen) {
        if (task == null) {
            return null;
        }
        if (chosen.size() != 1) {
            throw new Refusal("--task " + task + " needs one lesson", "name it: COURSE/LESSON");
        }
        Lesson lesson = chosen.getFirst().lesson();
        return lesson.task(task)
                .orElseThrow(() -> new Refusal(
                        chosen.getFirst().name() + " has no task '" + task + "'",
                        "choose from: " + lesson.tasks().stream().map(Task::id).collect(Collectors.joining(", "))));
    }

    private Summary prove(List<Chosen> chosen, @Nullable Task only, PrintWriter out) {
        long began = System.nanoTime();
        Summary summary = new Summary(repeat);
        Console console = System.console();
        Progress progress = new Progress(out, repeat, console != null && console.isTerminal());
        out.println("· making a throw-away instance …");
        try (ThrowAwayInstance instance = ThrowAwayInstance.open(
                chosen.stream().anyMatch(one -> one.lesson().start().internet()))) {
            new Proof(instance, instance.checker(), Proof.SCRIPT_LIMIT, new UntilClosed(instance, summary, progress))
                    .of(chosen, only, repeat, jobs);
        }
        summary.notRun().forEach(step -> out.println("not run " + step));
        summary.flaky().forEach(step -> out.println("flaky   " + step));
        out.println(summary + ", " + Words.seconds(Duration.ofNanos(System.nanoTime() - began)));
        return summary;
    }

    /** What fails once Ctrl-C has taken the machines away says nothing. */
    private record UntilClosed(ThrowAwayInstance instance, Summary summary, Progress progress)
            implements Proof.Listener {

        @Override
        public void begins(int parts) {
            progress.begins(parts);
        }

        @Override
        public void walks(Trial trial, int round) {
            if (!instance.isClosed()) {
                progress.walks(trial, round);
            }
        }

        @Override
        public void shows(PartProof proof) {
            if (!instance.isClosed()) {
                summary.add(proof);
                progress.shows(proof);
            }
        }
    }

    private static void between(int value, int most, String option) {
        if (value < 1 || value > most) {
            throw new Refusal(option + " " + value + " is not possible", "give a number from 1 to " + most);
        }
    }
}

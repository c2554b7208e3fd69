package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.check.CheckProperties;
import dev.drydock.check.Checker;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Exercise;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Localized;
import dev.drydock.lesson.MachineTimes;
import dev.drydock.lesson.Solutions;
import dev.drydock.lesson.Start;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a proof has shown and printed. */
record ProofRun(Summary summary, String out) {

    static ProofRun of(FreshMachines.Yard yard, List<Chosen> lessons, int rounds, int jobs) {
        StringWriter out = new StringWriter();
        Progress progress = new Progress(new PrintWriter(out), rounds, false);
        Summary summary = new Summary(rounds);
        new Proof(
                        yard,
                        new Checker(new CheckProperties(Duration.ofSeconds(5))),
                        Duration.ofSeconds(2),
                        new Proof.Listener() {
                            @Override
                            public void begins(int parts) {
                                progress.begins(parts);
                            }

                            @Override
                            public void walks(Trial trial, int round) {
                                progress.walks(trial, round);
                            }

                            @Override
                            public void shows(PartProof proof) {
                                summary.add(proof);
                                progress.shows(proof);
                            }
                        })
                .of(lessons, null, rounds, jobs);
        return new ProofRun(summary, out.toString());
    }

    /** One lesson, c/l, of a course in English and Korean. */
    static List<Chosen> lesson(
            List<? extends Exercise> tasks, Start start, List<Block> blocks, Map<String, String> variables) {
        LessonText text = new LessonText(Locale.ENGLISH, "L", "", List.of(), List.of(), blocks);
        Lesson lesson = new Lesson(
                "c",
                "l",
                0,
                new Localized<>(Locale.ENGLISH, Map.of(Locale.ENGLISH, text)),
                List.copyOf(tasks),
                Map.of(),
                start,
                Solutions.DEFAULT,
                variables);
        Localized<String> title = new Localized<>(Locale.ENGLISH, Map.of(Locale.ENGLISH, "C"));
        return List.of(new Chosen(
                new Course(
                        "c",
                        title,
                        title,
                        List.of(Locale.ENGLISH, Locale.KOREAN),
                        List.of(lesson),
                        new MachineTimes(null, null, null, null)),
                lesson));
    }

    List<String> steps(String part) {
        return of(part).map(Step::name).toList();
    }

    List<String> failures(String part) {
        return of(part).flatMap(step -> step.failure() == null
                        ? Stream.empty()
                        : Stream.of(step.name() + ": "
                                + step.failure().verdict() + ", expected "
                                + step.failure().expected() + ", seen "
                                + step.failure().seen()))
                .toList();
    }

    private Stream<Step> of(String part) {
        return summary.proofs().stream()
                .filter(proof -> proof.name().equals(part))
                .flatMap(proof -> proof.steps().stream());
    }
}

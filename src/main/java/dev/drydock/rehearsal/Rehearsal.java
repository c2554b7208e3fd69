package dev.drydock.rehearsal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A class that fills up step by step, and stays to the end. */
final class Rehearsal {

    /** In how many steps everybody comes. */
    static final int STEPS = 5;

    private final Stage stage;
    private final PrintWriter out;
    private final Timings whole = new Timings();
    private final AtomicReference<Timings> current = new AtomicReference<>(whole);

    Rehearsal(Stage stage, PrintWriter out) {
        this.stage = stage;
        this.out = out;
    }

    /**
     * Holds it, on a server that runs.
     *
     * @param duration of all steps together
     * @param pace the mean time between two exercises of a learner
     */
    Report hold(int learners, Duration duration, Duration pace) {
        List<Browser> all = stage.enrol(learners + 1);
        warmUp(all.getFirst());
        List<Browser> browsers = all.subList(1, all.size());
        int steps = Math.min(STEPS, learners);
        Instant end = Instant.now().plus(duration);
        HostReading before = HostReading.now(stage.server().pid());
        List<Step> done = new ArrayList<>();
        try (ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int number = 1; number <= steps; number++) {
                    current.set(new Timings(whole));
                    HostReading atFirst = HostReading.now(stage.server().pid());
                    Instant over = end.minus(duration.dividedBy(steps).multipliedBy(steps - number));
                    letIn(
                            browsers.subList(learners * (number - 1) / steps, learners * number / steps),
                            pace,
                            end,
                            duration.dividedBy(2L * steps),
                            room);
                    Pause.of(Duration.between(Instant.now(), over));
                    done.add(stepOf(learners * number / steps, atFirst));
                }
            } catch (RuntimeException e) {
                room.shutdownNow();
                throw e;
            }
        }
        long taken = before.availableMiB() - done.getLast().availableMiB() + before.serverMiB();
        return new Report(done, whole.figures(), HostReading.memoryMiB(), Math.max(0, taken / learners));
    }

    /** One after another, in the first half of a step. */
    private void letIn(List<Browser> coming, Duration pace, Instant end, Duration arrival, ExecutorService room) {
        for (Browser browser : coming) {
            room.submit(new ScriptedLearner(browser, pace, end, current::get));
            Pause.of(arrival.dividedBy(coming.size()));
        }
    }

    /** The mirror is filled and the server's code is compiled before anybody looks at the clock. */
    private static void warmUp(Browser browser) {
        new ScriptedLearner(browser, Duration.ZERO, Instant.now(), Timings::new).attendOnce();
    }

    private Step stepOf(int present, HostReading atFirst) {
        stage.server().requireAlive();
        HostReading now = HostReading.now(stage.server().pid());
        Step step =
                new Step(present, current.get().figures(), now.busySince(atFirst), now.availableMiB(), now.serverMiB());
        out.println("· " + Report.line(step));
        return step;
    }
}

package dev.drydock.rehearsal;

import dev.drydock.account.Enrolment;
import dev.drydock.instance.InstanceId;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
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

    private final HttpClient client;
    private final ServerProcess server;
    private final Path data;
    private final InstanceId instance;
    private final PrintWriter out;
    private final Timings whole = new Timings();
    private final AtomicReference<Timings> current = new AtomicReference<>(whole);

    Rehearsal(HttpClient client, ServerProcess server, Path data, InstanceId instance, PrintWriter out) {
        this.client = client;
        this.server = server;
        this.data = data;
        this.instance = instance;
        this.out = out;
    }

    /**
     * Holds it, on a server that runs.
     *
     * @param duration of all steps together
     * @param pace the mean time between two exercises of a learner
     */
    Report hold(int learners, Duration duration, Duration pace) {
        List<String> all = Enrolment.enrol(learners + 1, data, instance);
        warmUp(all.getFirst());
        List<String> cookies = all.subList(1, all.size());
        int steps = Math.min(STEPS, learners);
        Instant end = Instant.now().plus(duration);
        HostReading before = HostReading.now(server.pid());
        List<Step> done = new ArrayList<>();
        try (ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int number = 1; number <= steps; number++) {
                    current.set(new Timings(whole));
                    HostReading atFirst = HostReading.now(server.pid());
                    Instant over = end.minus(duration.dividedBy(steps).multipliedBy(steps - number));
                    letIn(
                            cookies.subList(learners * (number - 1) / steps, learners * number / steps),
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
    private void letIn(List<String> coming, Duration pace, Instant end, Duration arrival, ExecutorService room) {
        for (String cookie : coming) {
            Browser browser = new Browser(client, server.address(), cookie);
            room.submit(new ScriptedLearner(browser, pace, end, current::get));
            Pause.of(arrival.dividedBy(coming.size()));
        }
    }

    /** The mirror is filled and the server's code is compiled before anybody looks at the clock. */
    private void warmUp(String cookie) {
        Browser browser = new Browser(client, server.address(), cookie);
        new ScriptedLearner(browser, Duration.ZERO, Instant.now(), Timings::new).attendOnce();
    }

    private Step stepOf(int present, HostReading atFirst) {
        server.requireAlive();
        HostReading now = HostReading.now(server.pid());
        Step step =
                new Step(present, current.get().figures(), now.busySince(atFirst), now.availableMiB(), now.serverMiB());
        out.println("· " + Report.line(step));
        return step;
    }
}

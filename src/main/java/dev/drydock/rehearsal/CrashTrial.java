package dev.drydock.rehearsal;

import dev.drydock.engine.Engine;
import dev.drydock.rehearsal.Losses.Count;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** A class whose server is killed again and again, at random moments: nobody may lose anything, and nothing may be left over. */
final class CrashTrial {

    private static final Duration GATHERING = Duration.ofMinutes(10);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);
    private static final int REPORT_EVERY = 10;

    private final Stage stage;
    private final Engine engine;
    private final PrintWriter out;

    CrashTrial(Stage stage, Engine engine, PrintWriter out) {
        this.stage = stage;
        this.engine = engine;
        this.out = out;
    }

    /**
     * Holds it, on a server that runs.
     *
     * @return whether nothing was lost and nothing leaked
     */
    boolean hold(int learners, int kills) {
        Losses losses = new Losses();
        Rest rest = new Rest(learners);
        List<Browser> browsers = stage.enrol(learners);
        try (ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int number = 0; number < learners; number++) {
                    room.submit(new TenaciousLearner("learner " + (number + 1), browsers.get(number), losses, rest));
                }
                Belongings before = gather(rest);
                out.println("· " + learners + " learners are at work: " + before);
                rest.end();
                killAgainAndAgain(kills, losses);
                Belongings after = gather(rest);
                return report(kills, losses.count(), before, after, learners);
            } finally {
                rest.close();
                room.shutdownNow();
            }
        }
    }

    private Belongings gather(Rest rest) {
        rest.call(GATHERING);
        return Belongings.of(engine, stage.instance(), stage.server().pid());
    }

    private void killAgainAndAgain(int kills, Losses losses) {
        for (int kill = 1; kill <= kills; kill++) {
            Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_LIFE.toMillis())));
            stage.server().requireAlive();
            stage.server().kill();
            stage.server().start();
            if (kill % REPORT_EVERY == 0) {
                out.println("· killed " + kill + " times: " + losses.count());
            }
        }
    }

    private boolean report(int kills, Count count, Belongings before, Belongings after, int learners) {
        Set<String> leaks = after.beyond(before, learners);
        out.println();
        count.lines().forEach(line -> out.println("lost: " + line));
        leaks.forEach(leak -> out.println("leaked: " + leak));
        out.println("before: " + before);
        out.println("after:  " + after);
        out.println("verdict: " + kills + " kills, " + count.acknowledged() + " results acknowledged, "
                + count.reconnected() + " terminals reconnected; lost: " + count.results() + " results, "
                + count.shells() + " shells, output of " + count.output() + " terminals; leaks: " + leaks.size());
        return count.none() && leaks.isEmpty();
    }
}

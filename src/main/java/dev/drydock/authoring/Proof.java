package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.authoring.Step.Failure;
import dev.drydock.check.Checker;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Shows of each lesson, on machines that nobody has used before: at each task's start its check says "not yet"; so it does, with the
 * declared words, after each wrong try; the solution passes; and the text's own commands do what they say.
 */
final class Proof {

    /** How long a script or a command may take. */
    static final Duration SCRIPT_LIMIT = Duration.ofMinutes(2);

    /** Hears how far it has come, one thing at a time. */
    interface Listener {

        /** What is to come: so many parts. */
        void begins(int parts);

        /** A machine goes on its way. */
        void walks(Trial trial, int round);

        /** Of a part everything is known. */
        void shows(PartProof proof);
    }

    private final FreshMachines.Yard yard;
    private final Checker checker;
    private final Duration limit;
    private final Listener listener;

    Proof(FreshMachines.Yard yard, Checker checker, Duration limit, Listener listener) {
        this.yard = yard;
        this.checker = checker;
        this.limit = limit;
        this.listener = listener;
    }

    /** @param order among the trials of its lesson */
    private record Job(Trial trial, int round, int order) {}

    /**
     * Tells the listener of everything.
     *
     * @param only the one task to prove; null for all of the lessons
     * @param jobs how many solutions and mistakes are tried at the same time, and as many texts beside them
     */
    void of(List<Chosen> lessons, @Nullable Task only, int rounds, int jobs) {
        List<Job> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Chosen chosen : lessons) {
                List<Trial> trials = Trial.of(chosen, only);
                for (Trial trial : trials) {
                    all.add(new Job(trial, round, trials.indexOf(trial)));
                }
            }
        }
        Tally tally = new Tally(listener::shows);
        all.forEach(job -> tally.expect(job.trial(), job.round()));
        listener.begins(tally.size());
        try (FreshMachines fresh = new FreshMachines(yard, jobs, all.size())) {
            inParallel(all, jobs, fresh, tally);
        }
    }

    /** A text waits for its reader much of the time, so texts get threads of their own. */
    private void inParallel(List<Job> all, int jobs, FreshMachines fresh, Tally tally) {
        Predicate<Job> isText = job -> job.trial().isText();
        try (ExecutorService texts = Executors.newFixedThreadPool(jobs);
                ExecutorService others = Executors.newFixedThreadPool(jobs)) {
            List<Future<?>> running = new ArrayList<>();
            for (Job job : all) {
                running.add((isText.test(job) ? texts : others).submit(() -> prove(job, fresh, tally)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted");
        }
    }

    private void prove(Job job, FreshMachines fresh, Tally tally) {
        tell(() -> listener.walks(job.trial(), job.round()));
        long began = System.nanoTime();
        Map<String, List<Step>> steps = withLaterParts(job.trial(), walk(job.trial(), fresh));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        tell(() -> tally.add(job.trial(), job.round(), job.order(), steps, took));
    }

    private synchronized void tell(Runnable news) {
        news.run();
    }

    private Map<String, List<Step>> walk(Trial trial, FreshMachines fresh) {
        String part = trial.parts().getFirst();
        Machine machine;
        try {
            machine = fresh.take();
        } catch (RuntimeException e) {
            return Map.of(part, List.of(machineFailed(trial, e)));
        }
        Walk walk = new Walk(machine, checker, trial.chosen().lesson(), part, limit);
        try (walk) {
            trial.body().accept(walk);
        } catch (Walk.Ended saidWhy) {
            // Its last step.
        } catch (RuntimeException e) {
            walk.add(machineFailed(trial, e));
        } finally {
            fresh.done(machine);
        }
        return walk.steps();
    }

    /** What a walk has not come to fails for the reason that has ended it. */
    private static Map<String, List<Step>> withLaterParts(Trial trial, Map<String, List<Step>> walked) {
        Map<String, List<Step>> all = new LinkedHashMap<>(walked);
        Failure last = null;
        for (List<Step> steps : walked.values()) {
            last = steps.getLast().failure();
        }
        Step missing = Step.of("start of " + trial.name(), Duration.ZERO, last);
        trial.parts().forEach(part -> all.putIfAbsent(part, List.of(missing)));
        return all;
    }

    private static Step machineFailed(Trial trial, RuntimeException e) {
        return Step.of(
                "machine of " + trial.name(),
                Duration.ZERO,
                new Failure("machine", "a machine that works", String.valueOf(e.getMessage()), ""));
    }
}

package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.authoring.Step.Failure;
import dev.drydock.check.Checker;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Shows of each task, on machines that nobody has used before: at the task's start its check says "not yet"; so it does, with the
 * declared words, after each wrong try; the solution passes.
 */
final class Proof {

    /** How long a solution or a wrong try may take. */
    static final Duration SCRIPT_LIMIT = Duration.ofMinutes(2);

    private final FreshMachines.Yard yard;
    private final Checker checker;
    private final Duration limit;
    private final Consumer<TaskProof> progress;

    /** @param progress hears of each task as soon as its round is over, one at a time */
    Proof(FreshMachines.Yard yard, Checker checker, Duration limit, Consumer<TaskProof> progress) {
        this.yard = yard;
        this.checker = checker;
        this.limit = limit;
        this.progress = progress;
    }

    /** One task in one round. */
    private record Job(Chosen chosen, Task task, List<Task> before, int round) {

        List<Trial> trials() {
            return Trial.of(task, chosen.course().languages());
        }
    }

    /** Tells the progress of everything, in as many jobs at once. */
    void of(List<Chosen> lessons, int rounds, int jobs) {
        List<Job> all = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Chosen chosen : lessons) {
                List<Task> tasks = chosen.lesson().tasks();
                for (int i = 0; i < tasks.size(); i++) {
                    all.add(new Job(chosen, tasks.get(i), tasks.subList(0, i), round));
                }
            }
        }
        int machines = all.stream().mapToInt(job -> job.trials().size()).sum();
        try (FreshMachines fresh = new FreshMachines(yard, jobs, machines)) {
            inParallel(all, jobs, fresh);
        }
    }

    private void inParallel(List<Job> all, int jobs, FreshMachines fresh) {
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            List<Future<?>> running = new ArrayList<>();
            for (Job job : all) {
                running.add(workers.submit(() -> tell(prove(job, fresh))));
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

    private synchronized void tell(TaskProof proof) {
        progress.accept(proof);
    }

    private TaskProof prove(Job job, FreshMachines fresh) {
        long began = System.nanoTime();
        List<Step> steps = new ArrayList<>();
        job.trials().forEach(trial -> steps.addAll(walk(job, trial, fresh)));
        return new TaskProof(
                job.chosen().name(), job.task().id(), job.round(), steps, Duration.ofNanos(System.nanoTime() - began));
    }

    private List<Step> walk(Job job, Trial trial, FreshMachines fresh) {
        Machine machine;
        try {
            machine = fresh.take();
        } catch (RuntimeException e) {
            return List.of(machineFailed(trial, e));
        }
        Walk walk = new Walk(machine, checker, limit, job.task());
        try {
            if (walk.start(job.before(), trial.name())) {
                trial.body().accept(walk);
            }
        } catch (RuntimeException e) {
            walk.steps().add(machineFailed(trial, e));
        } finally {
            fresh.done(machine);
        }
        return walk.steps();
    }

    private static Step machineFailed(Trial trial, RuntimeException e) {
        return new Step(
                "machine of " + trial.name(),
                Duration.ZERO,
                new Failure("machine", "a machine that works", String.valueOf(e.getMessage()), ""));
    }
}

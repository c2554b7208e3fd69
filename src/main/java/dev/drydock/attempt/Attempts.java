package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.check.Checker;
import dev.drydock.check.Verdict;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Machine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Has a learner's tasks checked and keeps what came of it. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final LearnerMachines machines;
    private final Checker checker;
    private final Progress progress;
    private final MessageSource words;
    private final Map<LearnerId, ReentrantLock> checking = new ConcurrentHashMap<>();

    Attempts(LearnerMachines machines, Checker checker, Progress progress, MessageSource words) {
        this.machines = machines;
        this.checker = checker;
        this.progress = progress;
        this.words = words;
    }

    /** Checks a task in the learner's machine as it is. A learner's checks run one after another. */
    TaskState check(Learner learner, Lesson lesson, Task task, Locale language) {
        return oneAtATime(learner, () -> keep(learner, lesson, task, verdict(learner, task, language), language));
    }

    /** Starts the learner's machine and its Docker Engine, then checks. */
    TaskState startAndCheck(Learner learner, Lesson lesson, Task task, Locale language) {
        return oneAtATime(learner, () -> {
            Verdict verdict;
            try {
                Machine machine = machines.openWithDocker(learner);
                verdict = checker.check(machine, task.check(), language);
            } catch (RuntimeException e) {
                verdict = unreachable(learner, e);
            }
            return keep(learner, lesson, task, verdict, language);
        });
    }

    private Verdict verdict(Learner learner, Task task, Locale language) {
        try {
            Optional<Machine> machine = machines.find(learner);
            return machine.isPresent()
                    ? checker.check(machine.get(), task.check(), language)
                    : new Verdict.Unreachable(Verdict.Missing.MACHINE);
        } catch (RuntimeException e) {
            return unreachable(learner, e);
        }
    }

    private static Verdict unreachable(Learner learner, RuntimeException e) {
        log.error("The machine of learner {} cannot be reached. {}", learner.id(), e.getMessage(), e);
        return new Verdict.Unreachable(Verdict.Missing.MACHINE);
    }

    private TaskState keep(Learner learner, Lesson lesson, Task task, Verdict verdict, Locale language) {
        TaskKey key = new TaskKey(lesson.course(), lesson.id(), task.id());
        return switch (verdict) {
            case Verdict.Passed() -> progress.record(learner.id(), key, Outcome.PASSED, "");
            case Verdict.NotYet(String message) -> progress.record(learner.id(), key, Outcome.NOT_YET, message);
            case Verdict.Broken(String reason) -> {
                log.error("The checker of {} is broken: {}", key, reason);
                yield progress.record(learner.id(), key, Outcome.BROKEN, "");
            }
            case Verdict.Unreachable(Verdict.Missing missing) ->
                progress.record(
                        learner.id(),
                        key,
                        Outcome.UNREACHABLE,
                        words.getMessage(
                                missing == Verdict.Missing.DOCKER ? "task.docker-silent" : "task.machine-silent",
                                null,
                                language));
        };
    }

    private TaskState oneAtATime(Learner learner, Supplier<TaskState> work) {
        ReentrantLock lock = checking.computeIfAbsent(learner.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

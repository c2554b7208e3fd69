package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.check.Checker;
import dev.drydock.check.Verdict;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Quiz;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Machine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Has a learner's tasks checked and answers to quizzes judged, and keeps what came of it. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final LearnerMachines machines;
    private final Checker checker;
    private final Progress progress;
    private final MessageSource words;
    private final Workplaces workplaces;
    private final Turns turns;

    Attempts(
            LearnerMachines machines,
            Workplaces workplaces,
            Checker checker,
            Progress progress,
            Turns turns,
            MessageSource words) {
        this.machines = machines;
        this.workplaces = workplaces;
        this.turns = turns;
        this.checker = checker;
        this.progress = progress;
        this.words = words;
    }

    /** Checks a task in the learner's machine as it is, prepared for the lesson. */
    void check(Learner learner, Lesson lesson, Task task, Locale language) {
        turns.take(learner, () -> keep(learner, lesson, task, verdict(learner, lesson, task, language), language));
    }

    /** Starts the learner's machine and its Docker Engine, then checks. */
    void startAndCheck(Learner learner, Lesson lesson, Task task, Locale language) {
        turns.take(learner, () -> {
            Verdict verdict;
            try {
                verdict = verdict(learner, lesson, task, machines.openWithDocker(learner), language);
            } catch (RuntimeException e) {
                verdict = unreachable(learner, e);
            }
            return keep(learner, lesson, task, verdict, language);
        });
    }

    /** Judges an answer to a quiz. Nothing chosen is an answer that is not right. */
    void answer(Learner learner, Lesson lesson, Quiz quiz, Set<Integer> chosen) {
        Outcome outcome = quiz.isRight(chosen) ? Outcome.PASSED : Outcome.NOT_YET;
        progress.record(
                learner.id(), new TaskKey(lesson.course(), lesson.id(), quiz.id()), outcome, Choices.text(chosen));
    }

    /** Has the solution shown from now on, if the learner may see it. */
    void revealSolution(Learner learner, Lesson lesson, Task task) {
        TaskState state =
                progress.of(learner.id(), lesson.course(), lesson.id()).getOrDefault(task.id(), TaskState.UNTRIED);
        if (Solution.of(lesson, state) instanceof Solution.Now) {
            progress.recordSolution(learner.id(), new TaskKey(lesson.course(), lesson.id(), task.id()));
        }
    }

    private Verdict verdict(Learner learner, Lesson lesson, Task task, Locale language) {
        try {
            Optional<Machine> machine = machines.find(learner);
            return machine.isPresent()
                    ? verdict(learner, lesson, task, machine.get(), language)
                    : new Verdict.Unreachable(Verdict.Missing.MACHINE);
        } catch (RuntimeException e) {
            return unreachable(learner, e);
        }
    }

    private Verdict verdict(Learner learner, Lesson lesson, Task task, Machine machine, Locale language) {
        if (machine.state() != Machine.State.RUNNING) {
            return new Verdict.Unreachable(Verdict.Missing.MACHINE);
        }
        return switch (workplaces.prepare(learner, machine, lesson)) {
            case READY -> checker.check(machine, task, language, variables(learner, lesson));
            case FAILED -> new Verdict.Broken("the machine could not be prepared");
            case AWAY -> new Verdict.Unreachable(Verdict.Missing.MACHINE);
        };
    }

    /** What a check finds in its environment: the lesson's variables, and which quizzes the learner has passed. */
    private Map<String, String> variables(Learner learner, Lesson lesson) {
        Map<String, TaskState> states = progress.of(learner.id(), lesson.course(), lesson.id());
        Map<String, String> variables =
                new HashMap<>(lesson.variablesFor(learner.name()).asEnvironment());
        variables.put(
                "QUIZZES_PASSED",
                lesson.quizzes().stream()
                        .map(Quiz::id)
                        .filter(id -> states.getOrDefault(id, TaskState.UNTRIED).passed())
                        .collect(Collectors.joining(" ")));
        return variables;
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
}

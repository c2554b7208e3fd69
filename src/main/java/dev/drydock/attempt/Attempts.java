package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.check.Checker;
import dev.drydock.check.Verdict;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Quiz;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Machine;
import dev.drydock.preparation.Outcome.Failed;
import dev.drydock.preparation.Outcome.Ready;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Has a learner's tasks checked and answers to quizzes judged, and keeps what came of it. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final LearnerMachines machines;
    private final Checker checker;
    private final CheckTimes times;
    private final Progress progress;
    private final MessageSource words;
    private final Workplaces workplaces;
    private final Turns turns;
    private final boolean preview;

    Attempts(
            LearnerMachines machines,
            Workplaces workplaces,
            Checker checker,
            CheckTimes times,
            Progress progress,
            Turns turns,
            MessageSource words,
            @Value("${drydock.preview:false}") boolean preview) {
        this.machines = machines;
        this.workplaces = workplaces;
        this.turns = turns;
        this.checker = checker;
        this.times = times;
        this.progress = progress;
        this.words = words;
        this.preview = preview;
    }

    /** Checks a task in the learner's machine as it is, prepared for the lesson. */
    void check(Learner learner, Lesson lesson, Task task, Locale language) {
        turns.take(learner, () -> keep(learner, lesson, task, result(learner, lesson, task, language)));
    }

    /** Starts the learner's machine and its Docker Engine, then checks. */
    void startAndCheck(Learner learner, Lesson lesson, Task task, Locale language) {
        turns.take(learner, () -> {
            Result result;
            try {
                result = result(learner, lesson, task, machines.openWithDocker(learner), language);
            } catch (RuntimeException e) {
                result = unreachable(learner, e, language);
            }
            return keep(learner, lesson, task, result);
        });
    }

    /** Judges an answer to a quiz. Nothing chosen is an answer that is not right. */
    void answer(Learner learner, Lesson lesson, Quiz quiz, Set<Integer> chosen) {
        Outcome outcome = quiz.isRight(chosen) ? Outcome.PASSED : Outcome.NOT_YET;
        progress.record(
                learner.id(), new TaskKey(lesson.course(), lesson.id(), quiz.id()), outcome, Choices.text(chosen));
    }

    /** Has the solution shown from now on, if the learner may see it. */
    void revealSolution(Learner learner, Lesson lesson, Task task, CourseRules rules) {
        TaskState state =
                progress.of(learner.id(), lesson.course(), lesson.id()).getOrDefault(task.id(), TaskState.UNTRIED);
        if (Solution.of(lesson, state, rules) instanceof Solution.Now) {
            progress.recordSolution(learner.id(), new TaskKey(lesson.course(), lesson.id(), task.id()));
        }
    }

    private Result result(Learner learner, Lesson lesson, Task task, Locale language) {
        try {
            Optional<Machine> machine = machines.find(learner);
            return machine.isPresent()
                    ? result(learner, lesson, task, machine.get(), language)
                    : silent(Verdict.Missing.MACHINE, language);
        } catch (RuntimeException e) {
            return unreachable(learner, e, language);
        }
    }

    private Result result(Learner learner, Lesson lesson, Task task, Machine machine, Locale language) {
        if (machine.state() != Machine.State.RUNNING) {
            return silent(Verdict.Missing.MACHINE, language);
        }
        return switch (workplaces.prepare(learner, machine, lesson)) {
            case Failed failed -> new Result(Outcome.UNPREPARED, forAuthor(failed.toString()));
            case Ready() ->
                result(
                        key(lesson, task),
                        times.of(() -> checker.check(machine, task, language, variables(learner, lesson))),
                        language);
        };
    }

    private Result result(TaskKey key, Verdict verdict, Locale language) {
        return switch (verdict) {
            case Verdict.Passed() -> new Result(Outcome.PASSED, "");
            case Verdict.NotYet(String message) -> new Result(Outcome.NOT_YET, message);
            case Verdict.Broken(String reason) -> {
                log.error("The checker of {} is broken: {}", key, reason);
                yield new Result(Outcome.BROKEN, forAuthor(reason));
            }
            case Verdict.Unreachable(Verdict.Missing missing) -> silent(missing, language);
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

    private Result unreachable(Learner learner, RuntimeException e, Locale language) {
        log.error("The machine of learner {} cannot be reached. {}", learner.id(), e.getMessage(), e);
        return silent(Verdict.Missing.MACHINE, language);
    }

    private Result silent(Verdict.Missing missing, Locale language) {
        String key = missing == Verdict.Missing.DOCKER ? "task.docker-silent" : "task.machine-silent";
        return new Result(Outcome.UNREACHABLE, words.getMessage(key, null, language));
    }

    /** What learners could do nothing with, and should not see of a check. */
    private String forAuthor(String reason) {
        return preview ? reason : "";
    }

    private TaskState keep(Learner learner, Lesson lesson, Task task, Result result) {
        return progress.record(learner.id(), key(lesson, task), result.outcome(), result.message());
    }

    private static TaskKey key(Lesson lesson, Task task) {
        return new TaskKey(lesson.course(), lesson.id(), task.id());
    }

    /** What came of looking at a task, with words for the page. */
    private record Result(Outcome outcome, String message) {}
}

package dev.drydock.attempt;

import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.attempt.TaskView.HintView;
import dev.drydock.attempt.TaskView.SolutionView;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import dev.drydock.lesson.Variables;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a task's text and where the learner stands with it together. */
@Component
class TaskViews {

    private final MessageSource words;

    TaskViews(MessageSource words) {
        this.words = words;
    }

    TaskView view(Lesson lesson, Task task, TaskText text, TaskState state, Variables variables, Locale language) {
        return new TaskView(
                text.id(),
                variables.fill(text.titleHtml()),
                variables.fill(text.bodyHtml()),
                text.hints().stream()
                        .map(hint -> new HintView(variables.fill(hint.summaryHtml()), variables.fill(hint.html())))
                        .toList(),
                (state.passed() ? Outcome.PASSED : state.last()).word(),
                message(state, language),
                Paths.lesson(lesson) + "/tasks/" + text.id(),
                task.points() == 0 ? null : task.points(),
                solution(lesson, task, state, variables));
    }

    private static @Nullable SolutionView solution(Lesson lesson, Task task, TaskState state, Variables variables) {
        String code = task.solution();
        Solution allowed = Solution.of(lesson, state);
        return switch (allowed) {
            case Solution.Never() -> null;
            case Solution.After(int tries) -> code.isEmpty() ? null : new SolutionView(null, tries);
            case Solution.Now() ->
                code.isEmpty() ? null : new SolutionView(state.solutionSeen() ? variables.fill(code) : null, 0);
        };
    }

    /** A task that has passed stays passed, but a check that was asked for is answered. */
    private String message(TaskState state, Locale language) {
        if (state.passed() && state.last() == Outcome.NOT_YET) {
            return words.getMessage("task.passed-before", new Object[] {state.message()}, language);
        }
        return state.passed() ? "" : state.message();
    }
}

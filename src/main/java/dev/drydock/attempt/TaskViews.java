package dev.drydock.attempt;

import dev.drydock.attempt.Cards.Reader;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.attempt.TaskView.HintView;
import dev.drydock.attempt.TaskView.SolutionView;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import dev.drydock.lesson.Variables;
import java.util.List;
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

    TaskView view(Reader reader, Task task, TaskText text, TaskState state) {
        Lesson lesson = reader.lesson();
        Variables variables = reader.variables();
        return new TaskView(
                text.id(),
                variables.fill(text.titleHtml()),
                variables.fill(text.bodyHtml()),
                reader.rules().hints() ? hints(text, variables) : List.of(),
                (state.passed() ? Outcome.PASSED : state.last()).word(),
                message(state, reader.language()),
                Paths.lesson(lesson) + "/tasks/" + text.id(),
                task.points() == 0 ? null : task.points(),
                solution(reader, task, state));
    }

    private static List<HintView> hints(TaskText text, Variables variables) {
        return text.hints().stream()
                .map(hint -> new HintView(variables.fill(hint.summaryHtml()), variables.fill(hint.html())))
                .toList();
    }

    private static @Nullable SolutionView solution(Reader reader, Task task, TaskState state) {
        String code = task.solution();
        Solution allowed = Solution.of(reader.lesson(), state, reader.rules());
        return switch (allowed) {
            case Solution.Never() -> null;
            case Solution.After(int tries) -> code.isEmpty() ? null : new SolutionView(null, tries);
            case Solution.Now() ->
                code.isEmpty()
                        ? null
                        : new SolutionView(
                                state.solutionSeen() ? reader.variables().fill(code) : null, 0);
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

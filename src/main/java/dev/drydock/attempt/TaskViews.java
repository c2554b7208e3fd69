package dev.drydock.attempt;

import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
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

    TaskView view(Lesson lesson, TaskText text, TaskState state, Locale language) {
        String action = Paths.lesson(lesson.course(), lesson.id()) + "/tasks/" + text.id();
        return new TaskView(
                text.id(),
                text.titleHtml(),
                text.bodyHtml(),
                text.hints().stream()
                        .map(hint -> new TaskView.HintView(hint.summaryHtml(), hint.html()))
                        .toList(),
                (state.passed() ? Outcome.PASSED : state.last()).word(),
                message(state, language),
                action + "/check",
                action + "/start",
                points(lesson, text.id()));
    }

    /** A task that has passed stays passed, but a check that was asked for is answered. */
    private String message(TaskState state, Locale language) {
        if (state.passed() && state.last() == Outcome.NOT_YET) {
            return words.getMessage("task.passed-before", new Object[] {state.message()}, language);
        }
        return state.passed() ? "" : state.message();
    }

    private static @Nullable Integer points(Lesson lesson, String task) {
        int points = lesson.task(task).map(Task::points).orElse(0);
        return points == 0 ? null : points;
    }
}

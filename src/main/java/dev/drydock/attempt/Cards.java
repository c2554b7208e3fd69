package dev.drydock.attempt;

import dev.drydock.attempt.LessonPage.BlockView;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Quiz;
import dev.drydock.lesson.QuizText;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import dev.drydock.lesson.Variables;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cards of a lesson's exercises, as one learner sees them. */
@Component
class Cards {

    private final TaskViews tasks;
    private final QuizViews quizzes;

    Cards(TaskViews tasks, QuizViews quizzes) {
        this.tasks = tasks;
        this.quizzes = quizzes;
    }

    /** What all cards of one page have in common. */
    record Reader(
            Lesson lesson, Map<String, TaskState> states, CourseRules rules, Variables variables, Locale language) {

        private TaskState state(String exercise) {
            return states.getOrDefault(exercise, TaskState.UNTRIED);
        }
    }

    /** The card of an exercise by its id. */
    Optional<BlockView> card(Reader reader, String exercise) {
        LessonText text = reader.lesson().in(reader.language());
        return text.tasks().stream()
                .filter(one -> one.id().equals(exercise))
                .findFirst()
                .flatMap(one -> card(reader, one))
                .or(() -> text.quizzes().stream()
                        .filter(one -> one.id().equals(exercise))
                        .findFirst()
                        .flatMap(one -> card(reader, one)));
    }

    Optional<BlockView> card(Reader reader, TaskText text) {
        Lesson lesson = reader.lesson();
        Optional<Task> task = lesson.task(text.id());
        return task.map(one -> BlockView.of(tasks.view(reader, one, text, reader.state(text.id()))));
    }

    Optional<BlockView> card(Reader reader, QuizText text) {
        Lesson lesson = reader.lesson();
        Optional<Quiz> quiz = lesson.quiz(text.id());
        return quiz.map(one -> BlockView.of(
                quizzes.view(lesson, one, text, reader.state(text.id()), reader.variables(), reader.language())));
    }
}

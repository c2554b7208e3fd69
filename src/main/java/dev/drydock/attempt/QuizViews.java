package dev.drydock.attempt;

import dev.drydock.attempt.QuizView.ChoiceView;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Quiz;
import dev.drydock.lesson.QuizText;
import dev.drydock.lesson.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a quiz's text and where the learner stands with it together. */
@Component
class QuizViews {

    private final MessageSource words;

    QuizViews(MessageSource words) {
        this.words = words;
    }

    QuizView view(Lesson lesson, Quiz quiz, QuizText text, TaskState state, Variables variables, Locale language) {
        return new QuizView(
                text.id(),
                variables.fill(text.titleHtml()),
                variables.fill(text.bodyHtml()),
                choices(quiz, text, state, variables),
                quiz.multiple(),
                (state.passed() ? Outcome.PASSED : state.last()).word(),
                message(quiz, state, language),
                Paths.lesson(lesson) + "/quizzes/" + text.id(),
                state.passed() ? variables.fill(text.explanationHtml()) : "",
                quiz.points() == 0 ? null : quiz.points());
    }

    /** One that has passed shows what was right, also where the learner has tried something else since. */
    private static List<ChoiceView> choices(Quiz quiz, QuizText text, TaskState state, Variables variables) {
        Set<Integer> chosen = state.passed() ? quiz.right() : Choices.of(state.message());
        List<ChoiceView> choices = new ArrayList<>();
        for (String html : text.choices()) {
            choices.add(new ChoiceView(variables.fill(html), chosen.contains(choices.size())));
        }
        return choices;
    }

    private String message(Quiz quiz, TaskState state, Locale language) {
        if (state.passed() || state.last() != Outcome.NOT_YET) {
            return "";
        }
        if (Choices.of(state.message()).isEmpty()) {
            return words.getMessage("quiz.nothing-chosen", null, language);
        }
        return words.getMessage(quiz.multiple() ? "quiz.not-all-right" : "quiz.not-right", null, language);
    }
}

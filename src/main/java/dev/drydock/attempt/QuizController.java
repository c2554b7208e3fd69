package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Quiz;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers to quizzes. They are judged here, so that the page never has to know what is right. */
@Controller
@ForLearners
class QuizController {

    private final Lessons lessons;
    private final Attempts attempts;
    private final Answers answers;

    QuizController(Lessons lessons, Attempts attempts, Answers answers) {
        this.lessons = lessons;
        this.attempts = attempts;
        this.answers = answers;
    }

    @PostMapping("/courses/{course}/lessons/{lesson}/quizzes/{quiz}")
    String answer(
            @AuthenticationPrincipal Learner learner,
            @PathVariable String course,
            @PathVariable String lesson,
            @PathVariable String quiz,
            @RequestParam(name = "choice", required = false) @Nullable List<Integer> chosen,
            @RequestHeader(name = Answers.FRAGMENT, required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        Lesson found = lessons.find(course, lesson).orElseThrow(Answers::gone);
        Quiz asked = found.quiz(quiz).orElseThrow(Answers::gone);
        attempts.answer(learner, found, asked, chosen == null ? Set.of() : Set.copyOf(chosen));
        return answers.card(learner, found, quiz, fragment, language, model);
    }
}

package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Task;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The forms of a task's card. Without JavaScript a form is posted and the lesson page follows; with it, only the card is asked for (header
 * {@code X-Drydock-Fragment}).
 */
@Controller
@ForLearners
@RequestMapping("/courses/{course}/lessons/{lesson}/tasks/{task}")
class TaskController {

    private final Lessons lessons;
    private final Attempts attempts;
    private final Answers answers;
    private final Permits permits;

    TaskController(Lessons lessons, Attempts attempts, Answers answers, Permits permits) {
        this.lessons = lessons;
        this.attempts = attempts;
        this.answers = answers;
        this.permits = permits;
    }

    @PostMapping("/check")
    String check(
            @AuthenticationPrincipal Learner learner,
            Place place,
            @RequestHeader(name = Answers.FRAGMENT, required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        Found found = find(place);
        attempts.check(learner, found.lesson(), found.task(), language);
        return answers.card(learner, found.lesson(), place.task(), fragment, language, model);
    }

    @PostMapping("/start")
    String start(
            @AuthenticationPrincipal Learner learner,
            Place place,
            @RequestHeader(name = Answers.FRAGMENT, required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        Found found = find(place);
        attempts.startAndCheck(learner, found.lesson(), found.task(), language);
        return answers.card(learner, found.lesson(), place.task(), fragment, language, model);
    }

    /** Shows the solution from now on, if it may be shown; else the card says when. */
    @PostMapping("/solution")
    String solution(
            @AuthenticationPrincipal Learner learner,
            Place place,
            @RequestHeader(name = Answers.FRAGMENT, required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        Found found = find(place);
        CourseRules rules = permits.in(place.course(), learner).orElseThrow(Answers::gone);
        attempts.revealSolution(learner, found.lesson(), found.task(), rules);
        return answers.card(learner, found.lesson(), place.task(), fragment, language, model);
    }

    /** A task by the names in the path. */
    record Place(String course, String lesson, String task) {}

    private record Found(Lesson lesson, Task task) {}

    private Found find(Place place) {
        return lessons.find(place.course(), place.lesson())
                .flatMap(lesson -> lesson.task(place.task()).map(task -> new Found(lesson, task)))
                .orElseThrow(Answers::gone);
    }
}

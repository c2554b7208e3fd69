package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Checks of tasks. Without JavaScript a form is posted and the lesson page follows; with it, only the task's card is asked for (header
 * {@code X-Drydock-Fragment}).
 */
@Controller
@ForLearners
@RequestMapping("/courses/{course}/lessons/{lesson}/tasks/{task}")
class TaskController {

    private static final String FRAGMENT = "X-Drydock-Fragment";

    private final Lessons lessons;
    private final Attempts attempts;
    private final TaskViews views;
    private final LessonPages pages;

    TaskController(Lessons lessons, Attempts attempts, TaskViews views, LessonPages pages) {
        this.lessons = lessons;
        this.attempts = attempts;
        this.views = views;
        this.pages = pages;
    }

    @PostMapping("/check")
    String check(
            @AuthenticationPrincipal Learner learner,
            Place place,
            @RequestHeader(name = FRAGMENT, required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        Found found = find(place, language);
        TaskState state = attempts.check(learner, found.lesson(), found.task(), language);
        return answer(learner, found, state, fragment, language, model);
    }

    @PostMapping("/start")
    String start(
            @AuthenticationPrincipal Learner learner,
            Place place,
            @RequestHeader(name = FRAGMENT, required = false) @Nullable String fragment,
            Locale language,
            Model model) {
        Found found = find(place, language);
        TaskState state = attempts.startAndCheck(learner, found.lesson(), found.task(), language);
        return answer(learner, found, state, fragment, language, model);
    }

    /** A task by the names in the path. */
    record Place(String course, String lesson, String task) {}

    private record Found(Lesson lesson, Task task, TaskText text) {}

    private Found find(Place place, Locale language) {
        return lessons.find(place.course(), place.lesson())
                .flatMap(lesson -> lesson.task(place.task()).flatMap(task -> lesson.in(language).tasks().stream()
                        .filter(text -> text.id().equals(task.id()))
                        .findFirst()
                        .map(text -> new Found(lesson, task, text))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String answer(
            Learner learner, Found found, TaskState state, @Nullable String fragment, Locale language, Model model) {
        Lesson lesson = found.lesson();
        if (fragment == null) {
            return "redirect:" + Paths.lesson(lesson.course(), lesson.id()) + "#task-"
                    + found.task().id();
        }
        model.addAttribute("task", views.view(lesson, found.text(), state, language));
        pages.standing(learner, lesson, language).ifPresent(standing -> model.addAttribute("standing", standing));
        return "attempt/answer :: answer";
    }
}

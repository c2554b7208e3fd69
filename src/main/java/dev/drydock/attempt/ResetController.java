package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Task;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Starting over: of a task, or of the whole machine. The address asks first, the form on it does it. A script shows both in a dialog and asks
 * for the piece alone.
 */
@Controller
@ForLearners
@RequestMapping("/courses/{course}/lessons/{lesson}")
class ResetController {

    private final Lessons lessons;
    private final Resets resets;

    ResetController(Lessons lessons, Resets resets) {
        this.lessons = lessons;
        this.resets = resets;
    }

    @GetMapping("/machine/reset")
    String askForMachine(
            @ModelAttribute("request") Request request,
            @AuthenticationPrincipal Learner learner,
            Locale language,
            Model model) {
        return show(view(request.lesson(), null, learner, language, "ask"), request, model);
    }

    @PostMapping("/machine/reset")
    String resetMachine(
            @ModelAttribute("request") Request request,
            @AuthenticationPrincipal Learner learner,
            Locale language,
            Model model) {
        Lesson lesson = request.lesson();
        Readiness readiness = resets.toStartOf(lesson, learner, request.question());
        return show(view(lesson, null, learner, language, readiness.word()), request, model);
    }

    @GetMapping("/tasks/{task}/reset")
    String askForTask(
            @ModelAttribute("request") Request request,
            @PathVariable String task,
            @AuthenticationPrincipal Learner learner,
            Locale language,
            Model model) {
        Task found = request.lesson().task(task).orElseThrow(Answers::gone);
        return show(view(request.lesson(), found, learner, language, "ask"), request, model);
    }

    @PostMapping("/tasks/{task}/reset")
    String resetTask(
            @ModelAttribute("request") Request request,
            @PathVariable String task,
            @AuthenticationPrincipal Learner learner,
            Locale language,
            Model model) {
        Lesson lesson = request.lesson();
        Task found = lesson.task(task).orElseThrow(Answers::gone);
        Readiness readiness = resets.toStartOf(found, lesson, learner, request.question());
        return show(view(lesson, found, learner, language, readiness.word()), request, model);
    }

    /**
     * What all four have in common.
     *
     * @param question of an answer: which asking it belongs to
     * @param page whether a whole page is wanted
     */
    record Request(Lesson lesson, String question, boolean page) {}

    @ModelAttribute("request")
    Request request(
            @PathVariable String course,
            @PathVariable String lesson,
            @RequestParam(required = false) @Nullable String question,
            @RequestHeader(name = Answers.FRAGMENT, required = false) @Nullable String fragment) {
        return new Request(
                lessons.find(course, lesson).orElseThrow(Answers::gone),
                question == null ? UUID.randomUUID().toString() : question,
                fragment == null);
    }

    private static ResetView view(Lesson lesson, @Nullable Task task, Learner learner, Locale language, String state) {
        String path = Paths.lesson(lesson);
        return new ResetView(
                state,
                UUID.randomUUID().toString(),
                task == null ? "" : title(lesson, task, learner, language),
                task != null && !lesson.tasks().getFirst().id().equals(task.id()),
                path + (task == null ? "/machine" : "/tasks/" + task.id()) + "/reset",
                task == null ? path : Paths.card(lesson, task.id()));
    }

    private static String title(Lesson lesson, Task task, Learner learner, Locale language) {
        return lesson.in(language).tasks().stream()
                .filter(text -> text.id().equals(task.id()))
                .findFirst()
                .map(text -> lesson.variablesFor(learner.name()).fill(text.titleHtml()))
                .orElse(task.id());
    }

    private static String show(ResetView view, Request request, Model model) {
        model.addAttribute("reset", view);
        return request.page() ? "attempt/reset" : "attempt/reset :: reset";
    }
}

package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Prepares the learner's machine for a lesson, when its page opens or when a button is pressed. */
@Controller
@ForLearners
class PreparationController {

    private final Lessons lessons;
    private final Workplaces workplaces;

    PreparationController(Lessons lessons, Workplaces workplaces) {
        this.lessons = lessons;
        this.workplaces = workplaces;
    }

    @PostMapping("/courses/{course}/lessons/{lesson}/preparation")
    String prepare(
            @AuthenticationPrincipal Learner learner,
            @PathVariable String course,
            @PathVariable String lesson,
            @RequestHeader(name = Answers.FRAGMENT, required = false) @Nullable String fragment,
            Model model) {
        Lesson found = lessons.find(course, lesson).orElseThrow(Answers::gone);
        Readiness readiness = workplaces.open(learner, found);
        if (fragment == null && readiness == Readiness.READY) {
            return "redirect:" + Paths.lesson(found);
        }
        model.addAttribute("path", Paths.lesson(found));
        model.addAttribute("readiness", readiness.word());
        return fragment == null ? "attempt/preparation" : "attempt/preparation :: preparation";
    }
}

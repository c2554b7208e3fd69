package dev.drydock.classroom;

import dev.drydock.account.ForInstructors;
import dev.drydock.account.Learner;
import dev.drydock.account.LearnerName;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An instructor's classes. */
@Controller
@ForInstructors
@ConditionalOnBooleanProperty("drydock.classroom.open")
class TeachController {

    private final Classes classes;

    TeachController(Classes classes) {
        this.classes = classes;
    }

    @GetMapping({"/teach", "/teach/classes"})
    String classes(@AuthenticationPrincipal Learner instructor, Model model) {
        model.addAttribute("classes", classes.taughtBy(instructor.id()));
        return "classroom/teach";
    }

    @PostMapping("/teach/classes")
    String create(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Learner instructor,
            Model model,
            HttpServletResponse response) {
        LearnerName wanted = LearnerName.of(name);
        Optional<LearnerName.Fault> fault = wanted.fault(TaughtClass.LONGEST_NAME);
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "class-name-" + fault.get().word());
            model.addAttribute("name", name);
            return classes(instructor, model);
        }
        return "redirect:" + classes.create(instructor.id(), wanted.text()).path();
    }
}

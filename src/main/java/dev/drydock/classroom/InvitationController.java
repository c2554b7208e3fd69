package dev.drydock.classroom;

import dev.drydock.account.ForInstructors;
import dev.drydock.account.Learner;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Invites a list of names to a class: from a file, or as typed. */
@Controller
@ForInstructors
@ConditionalOnBooleanProperty("drydock.classroom.open")
@RequestMapping("/teach/classes/{id}/invitations")
class InvitationController {

    private final OwnClass own;
    private final Invitations invitations;

    InvitationController(OwnClass own, Invitations invitations) {
        this.own = own;
        this.invitations = invitations;
    }

    @ModelAttribute("taught")
    TaughtClass taught(@PathVariable String id, @AuthenticationPrincipal Learner instructor) {
        return own.find(instructor, id);
    }

    /** Whoever changes the language on an answered form, or opens it from the browser's history. */
    @GetMapping
    String form(@ModelAttribute(name = "taught", binding = false) TaughtClass taught) {
        return "redirect:" + taught.path();
    }

    /** The answer itself shows the codes, and nothing else ever does. */
    @PostMapping
    String invite(
            @ModelAttribute(name = "taught", binding = false) TaughtClass taught,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String names,
            Locale language,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Optional<String> text = file == null || file.isEmpty() ? Optional.of(names) : NameFile.decode(file.getBytes());
        if (text.isEmpty()) {
            return own.problem("list-encoding", taught, language, model, response);
        }
        NameList list = NameList.parse(text.get());
        if (list.entries().isEmpty() && list.problems().isEmpty()) {
            return own.problem("list-empty", taught, language, model, response);
        }
        return switch (invitations.invite(taught, list)) {
            case Invitations.Outcome.NoSeats(int wanted) ->
                own.problem("list-seats", taught, language, model.addAttribute("wanted", wanted), response);
            case Invitations.Outcome.Invited(var handouts, var problems) -> {
                model.addAttribute("handouts", handouts);
                model.addAttribute("problems", problems);
                own.page(taught, language, model);
                yield "classroom/codes";
            }
        };
    }
}

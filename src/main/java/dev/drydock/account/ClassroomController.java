package dev.drydock.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How people join a classroom, come back to it from another device, and see who they are. */
@Controller
@ConditionalOnBooleanProperty("drydock.classroom.open")
class ClassroomController {

    private final AccessCode accessCode;
    private final PersonalCodes personalCodes;
    private final Learners learners;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final TryLimit tries = new TryLimit(System::nanoTime);

    ClassroomController(
            AccessCode accessCode,
            PersonalCodes personalCodes,
            Learners learners,
            Sessions sessions,
            SessionCookie cookie) {
        this.accessCode = accessCode;
        this.personalCodes = personalCodes;
        this.learners = learners;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Always somebody new: a name is nothing to recognise a person by. */
    @Public
    @PostMapping("/sign-in/join")
    ModelAndView join(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        LearnerName wanted = LearnerName.of(name);
        Optional<LearnerName.Fault> fault = wanted.fault();
        if (fault.isPresent()) {
            String reason =
                    "name-" + fault.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return refusal(HttpStatus.UNPROCESSABLE_CONTENT, reason, name, to);
        }
        if (!tries.allows(request.getRemoteAddr())) {
            return wait(response, name, to);
        }
        if (!accessCode.matches(code)) {
            return refusal(HttpStatus.FORBIDDEN, "access-code", name, to);
        }
        Learner learner = learners.add(wanted.text());
        personalCodes.renew(learner.id());
        signIn(learner.id(), request, response);
        return Redirects.seeOther("/account");
    }

    @Public
    @PostMapping("/sign-in/return")
    ModelAndView comeBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!tries.allows(request.getRemoteAddr())) {
            return wait(response, "", to);
        }
        Optional<LearnerId> learner = personalCodes.owner(code);
        if (learner.isEmpty()) {
            return refusal(HttpStatus.FORBIDDEN, "personal-code", "", to);
        }
        signIn(learner.get(), request, response);
        return Redirects.seeOther(Redirects.ourPage(to));
    }

    /** Whoever changes the language on an answered form, or opens it from the browser's history. */
    @Public
    @GetMapping({"/sign-in/join", "/sign-in/return"})
    ModelAndView form() {
        return Redirects.seeOther("/sign-in");
    }

    @ForLearners
    @GetMapping("/account")
    String account(@AuthenticationPrincipal Learner learner, Model model) {
        personalCodes.shown(learner.id()).ifPresent(code -> model.addAttribute("personalCode", code));
        return "account/account";
    }

    @ForLearners
    @PostMapping("/account/code")
    ModelAndView renewCode(@AuthenticationPrincipal Learner learner) {
        personalCodes.renew(learner.id());
        return Redirects.seeOther("/account");
    }

    /** Whoever was signed in at this browser before is not any more. */
    private void signIn(LearnerId learner, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::close);
        cookie.write(sessions.open(learner), request, response);
    }

    private static ModelAndView wait(HttpServletResponse response, String name, String to) {
        response.setHeader("Retry-After", Long.toString(TryLimit.SECONDS_UNTIL_ONE_MORE));
        return refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many", name, to);
    }

    private static ModelAndView refusal(HttpStatus status, String reason, String name, String to) {
        return new ModelAndView(
                "account/sign-in", Map.of("reason", reason, "name", name, "to", Redirects.ourPage(to)), status);
    }
}

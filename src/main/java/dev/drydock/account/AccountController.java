package dev.drydock.account;

import dev.drydock.account.Memberships.Admission;
import dev.drydock.account.Memberships.Admission.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where people see who they are, how they come back, and which classes they are in; and join another class as who they are. */
@Controller
@ForLearners
@ConditionalOnBooleanProperty("drydock.classroom.open")
class AccountController {

    private final PersonalCodes personalCodes;
    private final Memberships memberships;
    private final TryLimit tries;

    AccountController(PersonalCodes personalCodes, ObjectProvider<Memberships> memberships, TryLimit tries) {
        this.personalCodes = personalCodes;
        this.memberships = memberships.getIfAvailable(() -> Memberships.NONE);
        this.tries = tries;
    }

    @GetMapping("/account")
    ModelAndView account(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal Learner learner) {
        return page(HttpStatus.OK, "", learner, code);
    }

    @PostMapping("/account/code")
    ModelAndView renewCode(@AuthenticationPrincipal Learner learner) {
        personalCodes.renew(learner.id());
        return Redirects.seeOther("/account");
    }

    @PostMapping("/account/join")
    ModelAndView join(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Learner learner,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (learner.isInstructor()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN); // would be on another's roster
        }
        if (!tries.allows(request.getRemoteAddr())) {
            response.setHeader("Retry-After", Long.toString(TryLimit.SECONDS_UNTIL_ONE_MORE));
            return page(HttpStatus.TOO_MANY_REQUESTS, "too-many", learner, code);
        }
        Admission admission = memberships.admit(code, () -> learner);
        return admission instanceof Refused(var reason)
                ? page(HttpStatus.FORBIDDEN, reason.word(), learner, code)
                : Redirects.seeOther("/account");
    }

    /** Whoever changes the language on an answered form, or opens it from the browser's history. */
    @GetMapping({"/account/code", "/account/join"})
    ModelAndView form() {
        return Redirects.seeOther("/account");
    }

    private ModelAndView page(HttpStatus status, String problem, Learner learner, String code) {
        ModelAndView page = new ModelAndView("account/account", status);
        page.addObject("problem", problem);
        page.addObject("memberships", memberships.of(learner.id()));
        page.addObject("code", CodeText.grouped(CodeText.plain(code)));
        personalCodes.shown(learner.id()).ifPresent(shown -> page.addObject("personalCode", shown));
        return page;
    }
}

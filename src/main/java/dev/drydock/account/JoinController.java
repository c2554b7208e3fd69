package dev.drydock.account;

import dev.drydock.account.Memberships.Admission;
import dev.drydock.account.Memberships.Admission.Admitted;
import dev.drydock.account.Memberships.Admission.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How people join a classroom, and come back to it from another device. */
@Controller
@ConditionalOnBooleanProperty("drydock.classroom.open")
class JoinController {

    private final AccessCode accessCode;
    private final PersonalCodes personalCodes;
    private final Learners learners;
    private final Memberships memberships;
    private final SignIns signIns;
    private final TryLimit tries;

    JoinController(
            AccessCode accessCode,
            PersonalCodes personalCodes,
            Learners learners,
            ObjectProvider<Memberships> memberships,
            SignIns signIns,
            TryLimit tries) {
        this.accessCode = accessCode;
        this.personalCodes = personalCodes;
        this.learners = learners;
        this.memberships = memberships.getIfAvailable(() -> Memberships.NONE);
        this.signIns = signIns;
        this.tries = tries;
    }

    /** What was typed into the form to join, and where to go on afterwards. */
    record Form(
            @Nullable String code,
            @Nullable String name,
            @Nullable String to) {

        private String typedCode() {
            return code == null ? "" : code;
        }

        private LearnerName typedName() {
            return LearnerName.of(name == null ? "" : name);
        }
    }

    /** Always somebody new: a name is nothing to recognise a person by. */
    @Public
    @PostMapping("/sign-in/join")
    ModelAndView join(Form form, HttpServletRequest request, HttpServletResponse response) {
        LearnerName wanted = form.typedName();
        Optional<LearnerName.Fault> fault = wanted.fault();
        if (fault.isPresent()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, "name-" + fault.get().word(), form);
        }
        if (!tries.allows(request.getRemoteAddr())) {
            return wait(response, form);
        }
        return switch (admit(form.typedCode(), wanted)) {
            case Refused(var reason) -> page(HttpStatus.FORBIDDEN, reason.word(), form);
            case Admitted(Learner learner) -> {
                personalCodes.renew(learner.id());
                signIns.signIn(learner.id(), request, response);
                yield Redirects.seeOther("/account");
            }
        };
    }

    /** What is no access code is looked up among the join codes, always: how long an answer takes does not tell which it nearly was. */
    private Admission admit(String code, LearnerName name) {
        return accessCode.matches(code)
                ? new Admitted(learners.add(name.text()))
                : memberships.admit(code, () -> learners.add(name.text()));
    }

    /** The address of one class, as on its instructor's screen. Whoever is signed in joins by their account. */
    @Public
    @GetMapping("/join/{code}")
    ModelAndView joinByAddress(@PathVariable String code, @AuthenticationPrincipal @Nullable Learner learner) {
        String plain = CodeText.plain(code);
        if (learner != null) {
            return Redirects.seeOther("/account?code=" + plain);
        }
        return page(HttpStatus.OK, "missing", new Form(CodeText.grouped(plain), "", "/"));
    }

    @Public
    @PostMapping("/sign-in/return")
    ModelAndView comeBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = new Form("", "", to);
        if (!tries.allows(request.getRemoteAddr())) {
            return wait(response, form);
        }
        Optional<LearnerId> learner = personalCodes.owner(code);
        if (learner.isEmpty()) {
            return page(HttpStatus.FORBIDDEN, "personal-code", form);
        }
        Optional<String> removedFrom = memberships.removedFrom(learner.get());
        if (removedFrom.isPresent()) {
            return page(HttpStatus.FORBIDDEN, "removed", form).addObject("removedFrom", removedFrom.get());
        }
        signIns.signIn(learner.get(), request, response);
        return Redirects.seeOther(Redirects.ourPage(to));
    }

    /** Whoever changes the language on an answered form, or opens it from the browser's history. */
    @Public
    @GetMapping({"/sign-in/join", "/sign-in/return"})
    ModelAndView form() {
        return Redirects.seeOther("/sign-in");
    }

    private static ModelAndView wait(HttpServletResponse response, Form form) {
        response.setHeader("Retry-After", Long.toString(TryLimit.SECONDS_UNTIL_ONE_MORE));
        return page(HttpStatus.TOO_MANY_REQUESTS, "too-many", form);
    }

    private static ModelAndView page(HttpStatus status, String reason, Form form) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("reason", reason);
        attributes.put("code", form.typedCode());
        attributes.put("name", form.name() == null ? "" : form.name());
        attributes.put("to", Redirects.ourPage(form.to() == null ? "/" : form.to()));
        return new ModelAndView("account/sign-in", attributes, status);
    }
}

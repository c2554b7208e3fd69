package dev.drydock.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** Signs a browser in by the address that the launcher printed, and out again. */
@Controller
class SignInController {

    private final OneTimeTokens tokens;
    private final Learners learners;
    private final FirstInstructor instructor;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final EndedSessions ended;
    private final ClassroomProperties classroom;

    SignInController(
            OneTimeTokens tokens,
            Learners learners,
            FirstInstructor instructor,
            Sessions sessions,
            SessionCookie cookie,
            EndedSessions ended,
            ClassroomProperties classroom) {
        this.tokens = tokens;
        this.learners = learners;
        this.instructor = instructor;
        this.sessions = sessions;
        this.cookie = cookie;
        this.ended = ended;
        this.classroom = classroom;
    }

    @Public
    @GetMapping("/sign-in")
    @Nullable
    ModelAndView signIn(
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(defaultValue = "/") String to,
            @AuthenticationPrincipal @Nullable Learner learner,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (token != null || !classroom.open()) {
            // Not where the form to join is: its browser would not say from where it comes.
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        if (isSpeculative(request)) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return null;
        }
        Optional<OneTimeTokens.Kind> kind = token == null ? Optional.empty() : tokens.redeem(token);
        if (kind.isPresent()) {
            Learner who = kind.get() == OneTimeTokens.Kind.INSTRUCTOR ? instructor.come() : learners.justMe();
            keepSignedIn(who, learner, request, response);
            return Redirects.seeOther(Redirects.ourPage(who.isInstructor() && to.equals("/") ? home() : to));
        }
        return learner == null
                ? refusal(token == null ? "missing" : "expired", to, request)
                : Redirects.seeOther(Redirects.ourPage(to));
    }

    /** Spring would answer HEAD by GET's method, and a link checker would use the token up. */
    @Public
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequestMapping(path = "/sign-in", method = RequestMethod.HEAD)
    void look() {}

    @ForLearners
    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::close);
        cookie.remove(request, response);
        return Redirects.seeOther("/sign-in");
    }

    /** A learner's session goes on; an instructor's address is never worth less because a learner was here before. */
    private void keepSignedIn(
            Learner who, @Nullable Learner current, HttpServletRequest request, HttpServletResponse response) {
        Optional<SessionSecret> session = current == null ? Optional.empty() : cookie.read(request);
        boolean goesOn = current != null && (!who.isInstructor() || who.id().equals(current.id()));
        session.ifPresent(goesOn ? sessions::renew : sessions::close);
        SessionSecret secret = session.filter(kept -> goesOn).orElseGet(() -> sessions.open(who.id()));
        cookie.write(secret, request, response);
    }

    /** Where an instructor begins; without a classroom there is nothing to teach. */
    private String home() {
        return classroom.open() ? "/teach" : "/";
    }

    /** Whether the browser only guesses that somebody may want to go there; it asks again when they do. */
    private static boolean isSpeculative(HttpServletRequest request) {
        return Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                .map(request::getHeader)
                .filter(purpose -> purpose != null)
                .map(purpose -> purpose.toLowerCase(Locale.ROOT))
                .anyMatch(purpose -> purpose.contains("prefetch") || purpose.contains("preview"));
    }

    private ModelAndView refusal(String reason, String to, HttpServletRequest request) {
        ModelAndView page =
                new ModelAndView("account/sign-in", classroom.open() ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
        Optional<String> removedFrom = ended.classOf(request);
        page.addObject("reason", removedFrom.isPresent() ? "removed" : reason);
        page.addObject("removedFrom", removedFrom.orElse(""));
        page.addObject("to", Redirects.ourPage(to));
        return page;
    }
}

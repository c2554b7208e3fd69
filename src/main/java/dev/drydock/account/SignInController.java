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
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ClassroomProperties classroom;

    SignInController(
            OneTimeTokens tokens,
            Learners learners,
            Sessions sessions,
            SessionCookie cookie,
            ClassroomProperties classroom) {
        this.tokens = tokens;
        this.learners = learners;
        this.sessions = sessions;
        this.cookie = cookie;
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
        if (token != null && tokens.redeem(token)) {
            keepSignedIn(learner, request, response);
            return Redirects.seeOther(Redirects.ourPage(to));
        }
        return learner == null
                ? refusal(token == null ? "missing" : "expired", to)
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

    private void keepSignedIn(@Nullable Learner learner, HttpServletRequest request, HttpServletResponse response) {
        Optional<SessionSecret> current = learner == null ? Optional.empty() : cookie.read(request);
        current.ifPresent(sessions::renew);
        SessionSecret secret =
                current.orElseGet(() -> sessions.open(learners.justMe().id()));
        cookie.write(secret, request, response);
    }

    /** Whether the browser only guesses that somebody may want to go there; it asks again when they do. */
    private static boolean isSpeculative(HttpServletRequest request) {
        return Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                .map(request::getHeader)
                .filter(purpose -> purpose != null)
                .map(purpose -> purpose.toLowerCase(Locale.ROOT))
                .anyMatch(purpose -> purpose.contains("prefetch") || purpose.contains("preview"));
    }

    private ModelAndView refusal(String reason, String to) {
        ModelAndView page =
                new ModelAndView("account/sign-in", classroom.open() ? HttpStatus.OK : HttpStatus.UNAUTHORIZED);
        page.addObject("reason", reason);
        page.addObject("to", Redirects.ourPage(to));
        return page;
    }
}

package dev.drydock.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.springframework.web.servlet.view.RedirectView;

/** Signs a browser in by the address that the launcher printed, and out again. */
@Controller
class SignInController {

    private static final Pattern OUR_PAGE = Pattern.compile("(?:/[a-z0-9-]+)+");

    private final OneTimeTokens tokens;
    private final Learners learners;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SignInController(OneTimeTokens tokens, Learners learners, Sessions sessions, SessionCookie cookie) {
        this.tokens = tokens;
        this.learners = learners;
        this.sessions = sessions;
        this.cookie = cookie;
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
        response.setHeader("Referrer-Policy", "no-referrer");
        if (isSpeculative(request)) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return null;
        }
        if (token != null && tokens.redeem(token)) {
            keepSignedIn(learner, request, response);
            return seeOther(ourPage(to));
        }
        return learner == null ? refusal(token == null ? "missing" : "expired") : seeOther(ourPage(to));
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
        return seeOther("/sign-in");
    }

    private void keepSignedIn(@Nullable Learner learner, HttpServletRequest request, HttpServletResponse response) {
        Optional<SessionSecret> current = learner == null ? Optional.empty() : cookie.read(request);
        current.ifPresent(sessions::renew);
        SessionSecret secret =
                current.orElseGet(() -> sessions.open(learners.justMe().id()));
        cookie.write(secret, request, response);
    }

    /** An address of this server's own: nobody shall be sent elsewhere by a link to us. */
    private static String ourPage(String wanted) {
        return OUR_PAGE.matcher(wanted).matches() ? wanted : "/";
    }

    /** Whether the browser only guesses that somebody may want to go there; it asks again when they do. */
    private static boolean isSpeculative(HttpServletRequest request) {
        return Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                .map(request::getHeader)
                .filter(purpose -> purpose != null)
                .map(purpose -> purpose.toLowerCase(Locale.ROOT))
                .anyMatch(purpose -> purpose.contains("prefetch") || purpose.contains("preview"));
    }

    private static ModelAndView refusal(String reason) {
        ModelAndView page = new ModelAndView("account/sign-in", HttpStatus.UNAUTHORIZED);
        page.addObject("reason", reason);
        return page;
    }

    private static ModelAndView seeOther(String path) {
        RedirectView redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}

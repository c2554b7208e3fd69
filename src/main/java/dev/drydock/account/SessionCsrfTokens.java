package dev.drydock.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Form tokens derived from the session's secret. A token in a cookie of its own could be planted by whatever else listens
 * on another port of the same host (a learner's container, say), for cookies ignore ports; this one cannot, lasts as long as
 * the session, through restarts, and is nowhere stored.
 */
final class SessionCsrfTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    private final SessionCookie cookie;

    SessionCsrfTokens(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookie.read(request)
                .map(secret -> new DefaultCsrfToken(HEADER, FIELD, secret.formToken()))
                .orElse(null);
    }

    /** For who is not signed in: a token that no later request will match, as they have nothing to post. */
    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(HEADER, FIELD, SessionSecret.random().formToken());
    }

    /** Nothing to do: the token follows from the session. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}
}

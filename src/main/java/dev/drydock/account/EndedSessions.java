package dev.drydock.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Sessions that another has ended: their browsers are told why. */
public final class EndedSessions {

    private final SessionCookie cookie;
    private final Sessions sessions;

    EndedSessions(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    /** The name of the class that the request's browser was signed out of; nothing where it was not. */
    public Optional<String> classOf(HttpServletRequest request) {
        return cookie.read(request).flatMap(sessions::endedBecause);
    }
}

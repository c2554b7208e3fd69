package dev.drydock.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs a browser in. */
record SignIns(Sessions sessions, SessionCookie cookie) {

    /** Whoever was signed in at this browser before is not any more. */
    void signIn(LearnerId learner, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::close);
        cookie.write(sessions.open(learner), request, response);
    }
}
